import { expect, test } from 'vitest'
import { capFaults, messageFaults, type AutomaticMessage, type MessageFault } from './automatic-message.ts'
import type { AutomaticMessageId } from '@portico/protocol/ids'

const greeting: AutomaticMessage = {
  id: 'greeting' as AutomaticMessageId, // a test's own id
  pausedAt: null,
  segment: null,
  frequency: { kind: 'every', period: { count: 2, unit: 'week' } },
  sender: 'Ann',
  text: 'May I help?',
}
const each = (count: number) => ({ frequency: { kind: 'every', period: { count, unit: 'day' } } }) as const
const countFault = (seen: string): readonly MessageFault[] => [
  { place: 'frequency.period.count', fault: 'not-a-count', seen, expected: '1–365' },
]

test.each<[says: string, changes: Partial<AutomaticMessage>, faults: readonly MessageFault[]]>([
  ['nothing wrong', {}, []],
  ['a frequency of once', { frequency: { kind: 'once' } }, []],
  ['a period of 1', each(1), []],
  ['a period of 365', each(365), []],
  ['a sender without a name', { sender: ' ' }, [{ place: 'sender', fault: 'no-text', seen: ' ' }]],
  ['an empty text', { text: '' }, [{ place: 'text', fault: 'no-text', seen: '' }]],
  ['a period of 0', each(0), countFault('0')],
  ['a period of -1', each(-1), countFault('-1')],
  ['a period of one and a half', each(1.5), countFault('1.5')],
  ['a period of 366', each(366), countFault('366')],
  ['no number for a period', each(Number.NaN), countFault('NaN')],
  ['two faults', { ...each(0), text: '\n' }, [{ place: 'text', fault: 'no-text', seen: '\n' }, ...countFault('0')]],
])('[CM10][D6] a message with %s', (_says, changes, faults) => {
  expect(messageFaults({ ...greeting, ...changes })).toEqual(faults)
})

test.each<[count: number, within: number, places: readonly string[]]>([
  [1, 1, []],
  [365, 365, []],
  [0, 1, ['caps[2].count']],
  [1, 0, ['caps[2].within.count']],
  [2.5, -1, ['caps[2].count', 'caps[2].within.count']],
])('[CM10] a cap of %d within %d days is at fault in %j', (count, within, places) => {
  expect(capFaults({ count, within: { count: within, unit: 'day' } }, 'caps[2]').map(({ place }) => place)).toEqual(places)
})
