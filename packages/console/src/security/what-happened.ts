import type { SecurityRowView } from '@portico/protocol/security'
import type { Messages } from '../messages/messages.ts'
import { isolated } from '../parts/isolated.ts'
import type { SecurityTexts } from './texts.ts'

/** A row in words: what happened, and whom or what it was about. `channelName` of an id, where it is known. */
type Words = { security: SecurityTexts; roles: Messages['roles'] }

export function whatHappened(row: SecurityRowView, { security, roles }: Words, channelName: (id: string) => string): string {
  const { kind, detail, about, by, object } = row
  const what = detail ? security.details[detail] : undefined
  const whom = about && about.id !== by?.id ? isolated(about.name) : undefined
  const which = object === null ? undefined : isOf(roles, object) ? roles[object] : isolated(channelName(object))
  const more = [what, whom, which].filter((each) => each !== undefined)
  return security.row(security.kinds[kind], more.join(', '), row.count)
}

const isOf = <T extends object>(names: T, key: string): key is Extract<keyof T, string> => key in names
