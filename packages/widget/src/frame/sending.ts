import type { Live } from '@portico/client/live'
import type { OutboxStorage } from '@portico/client/surroundings'
import type { Command } from '@portico/protocol'
import type { ConversationCommand } from '@portico/protocol/conversations'
import type { LineId } from '@portico/protocol/ids'
import type { RefusalReason } from '@portico/protocol/refusals'

const REFUSED_KEY = 'portico.refused'

/** A message that the server has not answered; `opens` a conversation, or goes on with one. */
export type Unanswered = { line: LineId; at: number; text: string; opens: boolean }
export type Answered = Unanswered & { refused: RefusalReason | undefined }

type Saying = Extract<ConversationCommand, { type: 'conversation.open' | 'message.send' }>

export type Sending = {
  say: (saying: Saying) => void
  unanswered: () => readonly Unanswered[]
  answered: () => readonly Answered[]
  /** Something has not gone out yet. */
  isUnsent: () => boolean
  /** A first message is under way, or was refused; or an ended conversation is being opened again. */
  isOpening: () => boolean
  /** Takes a refused message back, to be sent anew. */
  take: (line: LineId) => Answered | undefined
  close: () => void
}

type Given = { live: Live; storage: OutboxStorage; isThere: (line: LineId) => boolean; changed: () => void }

export function openSending({ live, storage, isThere, changed }: Given): Sending {
  const inOutbox = () =>
    live.outbox().flatMap(({ command, at }) => (isSaying(command) ? [said(command, at + live.clockSkewMs())] : []))
  let answered = JSON.parse(storage.get(REFUSED_KEY) ?? '[]') as readonly Answered[] // as `keep` wrote it

  function keep(next: readonly Answered[]) {
    answered = next.filter(({ line }) => !isThere(line))
    const refused = answered.filter((one) => one.refused)
    if (refused.length > 0) storage.set(REFUSED_KEY, JSON.stringify(refused))
    else storage.remove(REFUSED_KEY)
    changed()
  }

  const unsubscribe = live.onAnswered(({ command, at }, outcome) => {
    if (isSaying(command))
      keep([...answered, { ...said(command, at + live.clockSkewMs()), refused: outcome.ok ? undefined : outcome.refused }])
  })

  return {
    say: (saying) => void live.send(saying),
    unanswered: inOutbox,
    answered: () => answered,
    isUnsent: () => inOutbox().some(({ line }) => !isThere(line)),
    isOpening: () =>
      live.outbox().some(({ command }) => command.type === 'conversation.reopen') ||
      [...inOutbox(), ...answered].some(({ opens, line }) => opens && !isThere(line)),
    take: (line) => {
      const taken = answered.find((one) => one.line === line)
      keep(answered.filter((one) => one !== taken))
      return taken
    },
    close: unsubscribe,
  }
}

const said = ({ type, line, text }: Saying, at: number): Unanswered => ({ line, at, text, opens: type === 'conversation.open' })

const isSaying = (command: Command): command is Saying => command.type === 'conversation.open' || command.type === 'message.send'
