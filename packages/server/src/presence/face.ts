import { firstNames } from '@portico/protocol/first-names'
import type { PortraitId } from '@portico/protocol/ids'
import { initialsOf } from '@portico/protocol/initials'
import type { Face } from '@portico/protocol/presence'
import { tintOf } from '@portico/protocol/tint'

/** What visitors are told of people with whom they do not talk: no id, and no last name. */
export function facesOf(people: readonly { id: string; name: string; portrait?: PortraitId | null }[]): Face[] {
  const names = firstNames(people.map(({ name }) => name))
  return people.map(({ id, name, portrait }, at) => ({
    name: names[at] ?? name,
    initials: initialsOf(name),
    tint: tintOf(id),
    ...(portrait && { portrait }),
  }))
}
