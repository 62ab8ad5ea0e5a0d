import type { Author, ConversationLine } from '@portico/protocol/conversations'
import type { LineId, OperatorId } from '@portico/protocol/ids'
import type { Whisper } from '@portico/protocol/whispers'
import type { Sending } from '../conversations/sending.ts'

/** So long a turn takes its author's further words in. */
const TURN_MS = 5 * 60_000

type Bubble = { key: string; text: string; sending: Sending | undefined; ordinal: number }

export type LogItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string }
  | {
      kind: 'turn'
      key: string
      author: Author
      own: boolean
      at: number
      bubbles: readonly Bubble[]
      mark: 'seen' | 'sent' | 'none'
    }
  | { kind: 'note'; key: string; author: Author; own: boolean; at: number; text: string; sending: Sending | undefined }
  | { kind: 'whisper'; key: string; whisper: Whisper; own: boolean; at: number }
  | { kind: 'notice'; key: string; line: ConversationLine; first: boolean }

type Log = {
  lines: readonly ConversationLine[]
  whispers?: readonly Whisper[]
  sendings: readonly Sending[]
  me: { id: OperatorId; name: string }
  visitorRead: number
  /** The first line the operator had not read when he opened the conversation. */
  newFrom: LineId | undefined
  dayOf: (at: number) => string
}

/**
 * What the log draws, oldest first: bubbles of one author within 5 minutes are one turn; notes and notices stand alone; a day
 * begins with a separator. Lines on their way follow after those that have arrived.
 */
export function logItems({ lines, whispers = [], sendings, me, visitorRead, newFrom, dayOf }: Log): readonly LogItem[] {
  const items: LogItem[] = []
  const drawn = [...withWhispers(lines, whispers), ...sendings]
  let day: string | undefined
  for (const line of drawn) {
    if (dayOf(line.at) !== day) {
      day = dayOf(line.at)
      items.push({ kind: 'day', key: `day-${day}`, at: line.at })
    }
    if ('to' in line) {
      add(items, { kind: 'whisper', key: line.id, whisper: line, own: line.from.id === me.id, at: line.at })
      continue
    }
    if ('state' in line) {
      add(items, sendingItem(line, me))
      continue
    }
    if (line.id === newFrom) items.push({ kind: 'new', key: 'new' })
    add(items, lineItem(line, me.id, !items.some((item) => item.kind === 'notice')))
  }
  return marked(items, visitorRead)
}

/** Each after the line it was said after; what was said before the first that is here comes with the older lines. */
function withWhispers(lines: readonly ConversationLine[], whispers: readonly Whisper[]): readonly (ConversationLine | Whisper)[] {
  if (whispers.length === 0) return lines
  const [first] = lines
  const before = whispers.filter(({ after }) => first !== undefined && after === first.ordinal - 1)
  // A line of the visitor’s alone is not among these: what was said after it stands behind the one before.
  return [
    ...before,
    ...lines.flatMap((line, n) => {
      const next = lines[n + 1]?.ordinal ?? Infinity
      return [line, ...whispers.filter(({ after }) => after >= line.ordinal && after < next)]
    }),
  ]
}

function lineItem(line: ConversationLine, me: OperatorId, first: boolean): LogItem {
  const own = line.author.kind === 'operator' && line.author.id === me
  const { author, at, body, ordinal } = line
  switch (body.kind) {
    case 'message':
      return {
        kind: 'turn',
        key: line.id,
        author,
        own,
        at,
        bubbles: [{ key: line.id, text: body.text, sending: undefined, ordinal }],
        mark: 'none',
      }
    case 'note':
      return { kind: 'note', key: line.id, author, own, at, text: body.text, sending: undefined }
    case 'notice':
      return { kind: 'notice', key: line.id, line, first }
  }
}

function sendingItem(sending: Sending, me: { id: OperatorId; name: string }): LogItem {
  const author: Author = { kind: 'operator', ...me }
  const { line, at, text, box } = sending
  if (box === 'note') return { kind: 'note', key: line, author, own: true, at, text, sending }
  return {
    kind: 'turn',
    key: line,
    author,
    own: true,
    at,
    bubbles: [{ key: line, text, sending, ordinal: Infinity }],
    mark: 'none',
  }
}

function add(items: LogItem[], item: LogItem): void {
  const before = items.at(-1)
  if (item.kind !== 'turn' || before?.kind !== 'turn' || !sameTurn(before, item)) {
    items.push(item)
    return
  }
  items[items.length - 1] = { ...before, bubbles: [...before.bubbles, ...item.bubbles] }
}

type Turn = Extract<LogItem, { kind: 'turn' }>

// What is on its way stands apart, so that its mark is not read as the mark of what has arrived.
function sameTurn(before: Turn, item: Turn): boolean {
  return (
    authorKey(before.author) === authorKey(item.author) &&
    item.at - before.at < TURN_MS &&
    isUnderWay(before) === isUnderWay(item)
  )
}

function isUnderWay({ bubbles }: Turn): boolean {
  const sending = bubbles.at(-1)?.sending
  return sending !== undefined && sending.state !== 'sent'
}

function authorKey(author: Author): string {
  return author.kind === 'operator' ? author.id : author.kind
}

// "Seen" stands once, under the last own turn the visitor has seen in full; what came after it says "sent".
function marked(items: LogItem[], visitorRead: number): readonly LogItem[] {
  const seen = items.findLastIndex((item) => item.kind === 'turn' && item.own && lastOrdinal(item.bubbles) <= visitorRead)
  return items.map((item, index) => {
    if (item.kind !== 'turn' || !item.own || index < seen) return item
    return { ...item, mark: index === seen ? 'seen' : 'sent' }
  })
}

const lastOrdinal = (bubbles: readonly Bubble[]): number => bubbles.at(-1)?.ordinal ?? Infinity
