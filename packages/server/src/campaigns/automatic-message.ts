import type { Fault } from '@portico/protocol/faults'
import type { AutomaticMessageId, SegmentId } from '@portico/protocol/ids'
import { PERIOD_COUNT_MAX, type Period } from './period.ts'

/** What is sent by itself to visitors in a segment, or to all, under the name of a sender. */
export type AutomaticMessage = {
  id: AutomaticMessageId
  pausedAt: number | null
  segment: SegmentId | null
  frequency: Frequency
  sender: string
  text: string
}

export type Frequency = { kind: 'once' } | { kind: 'every'; period: Period }

/** How many automatic messages one visitor gets within a period, whichever they are. */
export type Cap = { count: number; within: Period }

export type MessageFault = Fault<'no-text' | 'not-a-count'>

export function messageFaults({ sender, text, frequency }: AutomaticMessage): readonly MessageFault[] {
  return [
    ...textFaults(sender, 'sender'),
    ...textFaults(text, 'text'),
    ...(frequency.kind === 'every' ? countFaults(frequency.period.count, 'frequency.period.count') : []),
  ]
}

export function capFaults({ count, within }: Cap, place: string): readonly MessageFault[] {
  return [...countFaults(count, `${place}.count`), ...countFaults(within.count, `${place}.within.count`)]
}

function textFaults(text: string, place: string): readonly MessageFault[] {
  return text.trim() === '' ? [{ place, fault: 'no-text', seen: text }] : []
}

function countFaults(count: number, place: string): readonly MessageFault[] {
  const isCount = Number.isInteger(count) && count >= 1 && count <= PERIOD_COUNT_MAX
  return isCount ? [] : [{ place, fault: 'not-a-count', seen: String(count), expected: `1–${PERIOD_COUNT_MAX}` }]
}
