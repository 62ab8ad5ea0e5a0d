import type { Author, ChatLine } from '@portico/protocol/conversations'
import type { LineId } from '@portico/protocol/ids'
import type { RefusalReason } from '@portico/protocol/refusals'
import { isFromStaff } from '../../marks.ts'

const MINUTE_MS = 60_000
/** Whatever happened within so long of something said needs no time of its own. */
const NEAR_MS = 5 * MINUTE_MS

/** How far one of our own messages has come. `sent` is acked, and never said before. */
type Delivery = { state: 'sending' } | { state: 'sent' } | { state: 'seen' } | { state: 'failed'; reason: RefusalReason }

export type OwnMessage = { id: LineId; at: number; text: string; delivery: Delivery }
export type Message = { id: LineId; text: string }
export type Notice = Extract<ChatLine['body'], { kind: 'notice' }>['notice']

/** `timed`: it says its time, once a minute; `marked`: how far it has come, the last of our own alone. */
type Timed = { timed: boolean }

/** What stands together in the log: the messages of one author within one minute, a notice, a day, or the mark of what is new. */
export type Turn =
  | ({ kind: 'own'; key: string; at: number; messages: readonly Message[]; delivery: Delivery; marked: boolean } & Timed)
  | ({ kind: 'other'; key: string; at: number; author: Author; messages: readonly Message[] } & Timed)
  | ({ kind: 'notice'; key: string; at: number; author: Author; notice: Notice } & Timed)
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string; count: number }

type Given = {
  lines: readonly ChatLine[]
  /** Not in the lines yet, in the order sent. */
  own: readonly OwnMessage[]
  /** The last line that the staff has seen. */
  seen: LineId | null
  /** The first line that is new to the visitor. */
  firstNew: LineId | undefined
  now: number
  /** Somebody has come: nobody is asked to wait any more. */
  isAccepted: boolean
}

export function turnsOf({ lines, own, seen, firstNew, now, isAccepted }: Given): readonly Turn[] {
  const turns: Turn[] = []
  const newAt = lines.findIndex(({ id }) => id === firstNew)
  const seenAt = lines.findIndex(({ id }) => id === seen)
  let day = dayOf(now)
  const begin = (at: number) => {
    if (dayOf(at) !== day) turns.push({ kind: 'day', key: `day ${at}`, at })
    day = dayOf(at)
  }
  for (const [index, line] of lines.entries()) {
    const { body } = line
    if (isAccepted && body.kind === 'notice' && body.notice === 'bear-with-us') continue
    begin(line.at)
    if (index === newAt) turns.push({ kind: 'new', key: 'new', count: lines.slice(newAt).filter(isFromStaff).length })
    add(turns, turnOf(line, index <= seenAt ? { state: 'seen' } : { state: 'sent' }))
  }
  for (const { id, at, text, delivery } of own) {
    begin(at)
    add(turns, { kind: 'own', key: id, at, messages: [{ id, text }], delivery, timed: true, marked: false })
  }
  return marked(timed(turns))
}

function turnOf({ id, at, author, body }: ChatLine, delivery: Delivery): Turn {
  if (body.kind === 'notice') return { kind: 'notice', key: id, at, author, notice: body.notice, timed: true }
  const messages = [{ id, text: body.text }]
  return author.kind === 'visitor'
    ? { kind: 'own', key: id, at, messages, delivery, timed: true, marked: false }
    : { kind: 'other', key: id, at, author, messages, timed: true }
}

function add(turns: Turn[], turn: Turn): void {
  const last = turns.at(-1)
  const joined = last && join(last, turn)
  if (joined) turns[turns.length - 1] = joined
  else turns.push(turn)
}

// A failed message stays alone, because its reason and its button are its own.
function join(last: Turn, next: Turn): Turn | undefined {
  if (last.kind === 'own' && next.kind === 'own' && isOfOneMinute(last, next) && goTogether(last.delivery, next.delivery)) {
    return { ...last, messages: [...last.messages, ...next.messages], delivery: next.delivery }
  }
  if (
    last.kind === 'other' &&
    next.kind === 'other' &&
    isOfOneMinute(last, next) &&
    nameOf(last.author) === nameOf(next.author)
  ) {
    return { ...last, messages: [...last.messages, ...next.messages] }
  }
  return undefined
}

/** The last of a minute says its time for all; a notice says its own only where nothing near it does. */
function timed(turns: readonly Turn[]): Turn[] {
  const saying = turns.filter(saysTime)
  return turns.map((turn) => {
    if (turn.kind === 'notice') return { ...turn, timed: !saying.some(({ at }) => Math.abs(at - turn.at) < NEAR_MS) }
    if (!saysTime(turn)) return turn
    const next = saying[saying.indexOf(turn) + 1]
    return { ...turn, timed: !next || !isOfOneMinute(turn, next) }
  })
}

function marked(turns: readonly Turn[]): Turn[] {
  const last = turns.findLast((turn) => turn.kind === 'own' && saysTime(turn))
  return turns.map((turn) => (turn === last && turn.kind === 'own' ? { ...turn, marked: true } : turn))
}

/** What has not arrived has no time yet. */
const saysTime = (turn: Turn): turn is Extract<Turn, { kind: 'own' | 'other' }> =>
  turn.kind === 'other' || (turn.kind === 'own' && (turn.delivery.state === 'sent' || turn.delivery.state === 'seen'))

const isOfOneMinute = (one: { at: number }, other: { at: number }): boolean =>
  Math.floor(one.at / MINUTE_MS) === Math.floor(other.at / MINUTE_MS)

const dayOf = (at: number): string => new Date(at).toDateString()

const goTogether = (last: Delivery, next: Delivery): boolean =>
  last.state !== 'failed' && next.state !== 'failed' && (last.state === 'sending') === (next.state === 'sending')

const nameOf = (author: Author): string => (author.kind === 'operator' ? author.id : author.kind)
