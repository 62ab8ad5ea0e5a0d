import type { AutomaticMessage, Cap, Frequency } from './automatic-message.ts'
import type { AutomaticMessageId, SegmentId } from '@portico/protocol/ids'
import { addPeriod, type Period } from './period.ts'

/** What has to be known of a visitor. The segments are those his running visit is in. */
export type AddressedVisitor = {
  conversation: 'none' | 'requested' | 'open'
  segments: ReadonlySet<SegmentId>
  sendings: readonly Sending[]
}

/** An automatic message that was shown. To decline it is to close it without a word. */
export type Sending =
  | { state: 'shown'; message: AutomaticMessageId; at: number }
  | { state: 'answered'; message: AutomaticMessageId; at: number; answeredAt: number }
  | { state: 'declined'; message: AutomaticMessageId; at: number; declinedAt: number }

/** What a site allows of automatic messages in all. */
export type Courtesy = { zone: string; caps: readonly Cap[]; quietAfterDecline: Period | null }

export type Due = { state: 'due' } | { state: 'not-due'; because: Hindrance; until: number | null }
export type Hindrance = 'paused' | 'conversation' | 'other-segment' | 'sent-once' | 'sent-lately' | 'declined-lately' | 'capped'

/** Whether a message may be shown now; if not, the first reason, and when that one will be gone where time alone removes it. */
export function isDue(
  message: AutomaticMessage,
  visitor: AddressedVisitor,
  { at, courtesy }: { at: number; courtesy: Courtesy },
): Due {
  if (message.pausedAt !== null) return hinderedBy('paused')
  if (visitor.conversation !== 'none') return hinderedBy('conversation')
  if (message.segment !== null && !visitor.segments.has(message.segment)) return hinderedBy('other-segment')
  const own = visitor.sendings.filter((sending) => sending.message === message.id)
  if (message.frequency.kind === 'once' && own.length > 0) return hinderedBy('sent-once')
  const waits = [
    { because: 'sent-lately', until: sentLatelyUntil(message.frequency, own, courtesy.zone) },
    { because: 'declined-lately', until: declinedLatelyUntil(visitor.sendings, courtesy) },
    { because: 'capped', until: cappedUntil(visitor.sendings, courtesy) },
  ] as const
  const wait = waits.find(({ until }) => at < until)
  return wait ? { state: 'not-due', ...wait } : { state: 'due' }
}

function hinderedBy(because: Hindrance): Due {
  return { state: 'not-due', because, until: null }
}

function sentLatelyUntil(frequency: Frequency, own: readonly Sending[], zone: string): number {
  if (frequency.kind === 'once') return -Infinity
  return Math.max(...own.map((sending) => addPeriod(sending.at, frequency.period, zone)))
}

function declinedLatelyUntil(sendings: readonly Sending[], { quietAfterDecline, zone }: Courtesy): number {
  if (!quietAfterDecline) return -Infinity
  return Math.max(
    ...sendings.map((one) => (one.state === 'declined' ? addPeriod(one.declinedAt, quietAfterDecline, zone) : -Infinity)),
  )
}

/** When no cap is reached any more: of what each counts, one less than it allows is left. */
function cappedUntil(sendings: readonly Sending[], { caps, zone }: Courtesy): number {
  const ends = caps.map(({ count, within }) => {
    const counted = sendings.map((sending) => addPeriod(sending.at, within, zone)).toSorted((a, b) => a - b)
    return counted[counted.length - count] ?? -Infinity
  })
  return Math.max(...ends)
}
