import type { Author, ChatLine, LineBody } from '@portico/protocol/conversations'
import type { LineId } from '@portico/protocol/ids'
import type { RefusalReason } from '@portico/protocol/refusals'
import { isFromStaff } from '../../marks.ts'

const MINUTE_MS = 60_000

/** How far one of our own messages has come. `sent` is acked, and never said before. */
type Delivery = { state: 'sending' } | { state: 'sent' } | { state: 'seen' } | { state: 'failed'; reason: RefusalReason }

export type OwnMessage = { id: LineId; at: number; text: string; delivery: Delivery }
export type Message = { id: LineId; text: string }
export type Notice = Extract<LineBody, { kind: 'notice' }>['notice']

/** What stands together in the log: the messages of one author within one minute, a notice, or the mark of what is new. */
export type Turn =
  | { kind: 'own'; key: string; at: number; messages: readonly Message[]; delivery: Delivery }
  | { kind: 'other'; key: string; at: number; author: Author; messages: readonly Message[] }
  | { kind: 'notice'; key: string; at: number; author: Author; notice: Notice }
  | { kind: 'new'; key: string; count: number }

type Given = {
  lines: readonly ChatLine[]
  /** Not in the lines yet, in the order sent. */
  own: readonly OwnMessage[]
  /** The last line that the staff has seen. */
  seen: LineId | null
  /** The first line that is new to the visitor. */
  firstNew: LineId | undefined
}

export function turnsOf({ lines, own, seen, firstNew }: Given): readonly Turn[] {
  const turns: Turn[] = []
  const newAt = lines.findIndex(({ id }) => id === firstNew)
  const seenAt = lines.findIndex(({ id }) => id === seen)
  for (const [index, line] of lines.entries()) {
    if (index === newAt) turns.push({ kind: 'new', key: 'new', count: lines.slice(newAt).filter(isFromStaff).length })
    add(turns, turnOf(line, index <= seenAt ? { state: 'seen' } : { state: 'sent' }))
  }
  for (const { id, at, text, delivery } of own) add(turns, { kind: 'own', key: id, at, messages: [{ id, text }], delivery })
  return turns
}

function turnOf({ id, at, author, body }: ChatLine, delivery: Delivery): Turn {
  if (body.kind === 'notice') return { kind: 'notice', key: id, at, author, notice: body.notice }
  const messages = [{ id, text: body.text }]
  return author.kind === 'visitor'
    ? { kind: 'own', key: id, at, messages, delivery }
    : { kind: 'other', key: id, at, author, messages }
}

function add(turns: Turn[], turn: Turn): void {
  const last = turns.at(-1)
  const joined = last && join(last, turn)
  if (joined) turns[turns.length - 1] = joined
  else turns.push(turn)
}

// A failed message stays alone, because its reason and its button are its own.
function join(last: Turn, next: Turn): Turn | undefined {
  if (last.kind === 'new' || next.kind === 'new') return undefined
  if (Math.floor(last.at / MINUTE_MS) !== Math.floor(next.at / MINUTE_MS)) return undefined
  if (last.kind === 'own' && next.kind === 'own' && goTogether(last.delivery, next.delivery)) {
    return { ...last, messages: [...last.messages, ...next.messages], delivery: next.delivery }
  }
  if (last.kind === 'other' && next.kind === 'other' && nameOf(last.author) === nameOf(next.author)) {
    return { ...last, messages: [...last.messages, ...next.messages] }
  }
  return undefined
}

const goTogether = (last: Delivery, next: Delivery): boolean =>
  last.state !== 'failed' && next.state !== 'failed' && (last.state === 'sending') === (next.state === 'sending')

const nameOf = (author: Author): string => (author.kind === 'operator' ? author.id : author.kind)
