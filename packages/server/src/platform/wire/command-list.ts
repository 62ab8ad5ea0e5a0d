import { fleetingSent, type FleetingSent } from '@portico/protocol/fleeting'
import { commandId, type CommandId } from '@portico/protocol/ids'
import { COMMANDS_PER_REQUEST_MAX } from '@portico/protocol/limits'
import * as s from '@portico/protocol/schema'
import { sentCommand, type SentCommand } from '@portico/protocol/session'
import { issueOf } from './issue.ts'

type Listed = { state: 'sent'; sent: SentCommand } | { state: 'refused'; id: CommandId; detail: string }

type CommandList =
  | { state: 'list'; commands: readonly Listed[]; fleeting: readonly FleetingSent[] }
  | { state: 'bad'; detail: string }

/** What POST /commands brings. Each command is looked at by itself: one that is not of the protocol has its answer, as on a socket. */
export function parseList(body: unknown): CommandList {
  const list = s.safeParse(anyList, body)
  if (!list.success) return { state: 'bad', detail: issueOf(list.error.issues) }
  const commands: Listed[] = []
  for (const each of list.data.commands) {
    const sent = s.safeParse(sentCommand, each)
    const named = s.safeParse(anyCommand, each)
    if (sent.success) commands.push({ state: 'sent', sent: sent.data })
    else if (named.success) commands.push({ state: 'refused', id: named.data.id, detail: issueOf(sent.error.issues) })
    else return { state: 'bad', detail: 'a command without an id' }
  }
  const fleeting = list.data.fleeting?.flatMap((each) => {
    const parsed = s.safeParse(fleetingSent, each)
    return parsed.success ? [parsed.data] : []
  })
  return { state: 'list', commands, fleeting: fleeting ?? [] }
}

const anyList = s.object({
  commands: s.array(s.unknown()).max(COMMANDS_PER_REQUEST_MAX),
  fleeting: s.optional(s.array(s.unknown()).max(COMMANDS_PER_REQUEST_MAX)),
})
const anyCommand = s.object({ id: commandId })
