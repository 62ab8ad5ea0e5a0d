import { mayReconnect } from '@portico/protocol/close-codes'
import type { FleetingSent } from '@portico/protocol/fleeting'
import type { Outcome } from '@portico/protocol/outcome'
import type { ClientFrame, CommandFrame, CommandsAnswer, CommandsBody } from '@portico/protocol/session'
import { BROKEN, type Listener, type Site } from '../transport.ts'
import { refusedBy } from './refused-by.ts'

const ANSWER_MS = 20_000
const RETRY_MS = 2000

type CommandPosts = { put: (frame: Extract<ClientFrame, { type: 'command' | 'fleeting' }>) => void }
type Given = Site & Pick<Listener, 'heard' | 'ended'> & { signal: AbortSignal }

/** Commands by POST: one request is in flight and carries all that were waiting, so their order is kept. */
export function openCommandPosts({ origin, as, clock, network, heard, ended, signal }: Given): CommandPosts {
  const headers = headersOf({ as })
  let commands: CommandFrame[] = []
  /** Of each kind only the newest is worth sending. */
  let fleeting = new Map<string, FleetingSent>()
  let posting = false

  async function postAll(): Promise<void> {
    while (commands.length > 0 || fleeting.size > 0) {
      const batch = commands
      const said = fleeting
      commands = []
      fleeting = new Map()
      await post(batch, [...said.values()])
    }
    posting = false
  }

  async function post(batch: CommandFrame[], said: FleetingSent[]): Promise<void> {
    const cancelLate = clock.after(ANSWER_MS, () => ended(BROKEN))
    const body: CommandsBody = { commands: batch.map(({ type: _, ...sent }) => sent), fleeting: said }
    const request = { method: 'POST', headers, body: JSON.stringify(body), signal }
    const response = await network.fetch(`${origin}/commands`, request).catch(() => undefined)
    if (response && !response.ok) await refused(batch, response)
    else await answered(batch, response)
    cancelLate()
  }

  async function answered(batch: CommandFrame[], response: Response | undefined): Promise<void> {
    const answer = (await response?.json().catch(() => undefined)) as CommandsAnswer | undefined // our server's, when ok
    if (!answer) return ended(BROKEN)
    const outcomes = new Map(answer.replies.map(({ id, outcome }) => [id, outcome]))
    reply(batch, ({ id }) => outcomes.get(id) ?? later())
  }

  async function refused(batch: CommandFrame[], response: Response): Promise<void> {
    const { body, ending } = await refusedBy(response)
    if (!mayReconnect(ending.code)) return ended(ending)
    if (!body?.refused || response.status === 429 || response.status >= 500) return reply(batch, () => later(body?.afterMs))
    reply(batch, () => ({ ok: false, refused: 'invalid' }))
  }

  function reply(batch: readonly CommandFrame[], outcome: (frame: CommandFrame) => Outcome) {
    for (const frame of batch) heard({ type: 'reply', id: frame.id, outcome: outcome(frame) })
  }

  return {
    put: (frame) => {
      if (frame.type === 'command') commands.push(frame)
      else fleeting.set(frame.fleeting.type + frame.fleeting.conversation, frame.fleeting)
      if (posting) return
      posting = true
      queueMicrotask(() => void postAll())
    },
  }
}

/** A visitor says with each request who he is, before its body is read: whom the server knows it charges to himself. */
export const headersOf = ({ as }: Pick<Site, 'as'>): Record<string, string> => ({
  'content-type': 'application/json',
  ...(as.kind === 'visitor' && { authorization: `Bearer ${as.token}`, 'x-portico-channel': as.channel }),
})

const later = (afterMs = RETRY_MS): Outcome => ({ ok: false, refused: 'retry', afterMs })
