import type { Staff } from '@portico/protocol/conversations'
import type { Context } from '../platform/capability.ts'

export function staffOf({ actor }: Context): Staff {
  if (actor.kind !== 'operator') throw new Error(`a ${actor.kind} is no operator`)
  return { id: actor.id, name: actor.name }
}
