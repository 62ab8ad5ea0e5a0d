import type { Live } from '@portico/client/live'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { fromPending, type Box, type Sending } from './sending.ts'

/** An acked line comes back on its topic within a moment; after so long it is not looked for any more. */
const SENT_KEPT_MS = 60_000

type Draft = { conversation: ConversationId; box: Box; text: string }

export type Sendings = {
  all: () => readonly Sending[]
  send: (draft: Draft) => void
  /** The same words once more; as a note, where they may be one and no answer any more. */
  again: (line: LineId, box?: Box) => void
  discard: (line: LineId) => void
  subscribe: (changed: () => void) => () => void
}

/** What this console has sent and how far it has come. */
export function openSendings(live: Live): Sendings {
  let sendings: readonly Sending[] = []
  const listeners = new Set<() => void>()

  const keep = (next: readonly Sending[]) => {
    sendings = next
    for (const changed of listeners) changed()
  }
  // Also what an earlier page has sent is answered here: its own promise is gone with it.
  live.onAnswered((one, outcome) => {
    const written = fromPending(one)
    if (!written) return
    const sending = sendings.find(({ line }) => line === written.line) ?? written
    const settled: Sending = outcome.ok ? { ...sending, state: 'sent' } : { ...sending, state: 'failed', reason: outcome.refused }
    keep([...sendings.filter(({ line }) => line !== written.line), settled])
  })
  const send = ({ conversation, box, text }: Draft) => {
    const line = newId<LineId>()
    const now = Date.now() + live.clockSkewMs()
    const open = sendings.filter(({ state, at }) => state !== 'sent' || now - at < SENT_KEPT_MS)
    keep([...open, { line, conversation, box, text, at: now, state: 'sending' }])
    const type = box === 'note' ? 'note.write' : 'message.send'
    void live.send({ type, conversation, line, text })
  }
  const discard = (line: LineId) => keep(sendings.filter((sending) => sending.line !== line))

  return {
    all: () => sendings,
    send,
    discard,
    again: (line, box) => {
      const failed = sendings.find((sending) => sending.line === line && sending.state === 'failed')
      if (!failed) return
      discard(line)
      send({ ...failed, box: box ?? failed.box })
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
