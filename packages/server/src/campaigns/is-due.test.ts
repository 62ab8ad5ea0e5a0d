import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AutomaticMessage, Cap, Frequency } from './automatic-message.ts'
import type { AutomaticMessageId, SegmentId } from '@portico/protocol/ids'
import { isDue, type AddressedVisitor, type Courtesy, type Due, type Hindrance, type Sending } from './is-due.ts'
import { addPeriod, type Period } from './period.ts'

const greeting = 'greeting' as AutomaticMessageId // a test's own id
const offer = 'offer' as AutomaticMessageId // a test's own id
const readers = 'readers' as SegmentId // a test's own id
const zone = 'Europe/Vienna'
const noon = Date.parse('2026-05-04T10:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const due: Due = { state: 'due' }

test.each<[says: string, segment: SegmentId | null, segments: readonly SegmentId[], expected: Due]>([
  ['everybody, to a visitor in no segment', null, [], due],
  ['everybody, to a visitor in one', null, [readers], due],
  ['readers, to a reader', readers, [readers], due],
  ['readers, to a visitor in no segment', readers, [], not('other-segment')],
  ['readers, to a visitor in another', readers, ['buyers' as SegmentId], not('other-segment')], // a test's own id
])('[CM1][D5] a message for %s', (_says, segment, segments, expected) => {
  expect(ask({ message: { segment }, visitor: { segments: new Set(segments) } })).toEqual(expected)
})

test.each<[says: string, sendings: readonly Sending[], expected: Due]>([
  ['was never shown', [], due],
  ['was shown years ago', [shown(greeting, noon - 2000 * DAY_MS)], not('sent-once')],
  ['was answered', [answered(greeting, noon - DAY_MS)], not('sent-once')],
  ['was declined', [declined(greeting, noon - DAY_MS)], not('sent-once')],
  ['was not shown, but another was', [shown(offer, noon - DAY_MS)], due],
])('[CM2][D6] a message sent once that %s', (_says, sendings, expected) => {
  expect(ask({ message: { frequency: { kind: 'once' } }, visitor: { sendings } })).toEqual(expected)
})

test.each<[count: number, unit: Period['unit'], shownAt: string, dueAt: string]>([
  [1, 'day', '2026-05-03T12:00+02:00', '2026-05-04T12:00+02:00'],
  [3, 'day', '2026-05-03T12:00+02:00', '2026-05-06T12:00+02:00'],
  [1, 'week', '2026-05-03T12:00+02:00', '2026-05-10T12:00+02:00'],
  [2, 'week', '2026-05-03T12:00+02:00', '2026-05-17T12:00+02:00'],
  [1, 'month', '2026-05-03T12:00+02:00', '2026-06-03T12:00+02:00'],
  [12, 'month', '2026-05-03T12:00+02:00', '2027-05-03T12:00+02:00'],
])('[CM3][D6] every %d %s(s), shown %s, a message is due from %s and not before', (count, unit, shownAt, dueAt) => {
  const message = { frequency: every(count, unit) }
  const visitor = { sendings: [shown(greeting, Date.parse(shownAt) - 400 * DAY_MS), shown(greeting, Date.parse(shownAt))] }
  const until = Date.parse(dueAt)
  expect(ask({ message, visitor, at: until - 1 })).toEqual(not('sent-lately', until))
  expect(ask({ message, visitor, at: until })).toEqual(due)
})

test.each<[says: string, period: Period, from: string, to: string]>([
  [
    'a day over the clocks going forward has 23 hours',
    { count: 1, unit: 'day' },
    '2026-03-28T12:00+01:00',
    '2026-03-29T12:00+02:00',
  ],
  ['a day over the clocks going back has 25', { count: 1, unit: 'day' }, '2026-10-24T12:00+02:00', '2026-10-25T12:00+01:00'],
  ['a time that the day lacks is moved on', { count: 1, unit: 'day' }, '2026-03-28T02:30+01:00', '2026-03-29T03:30+02:00'],
  ['a week over the clocks', { count: 1, unit: 'week' }, '2026-03-25T12:00+01:00', '2026-04-01T12:00+02:00'],
  [
    'a month from the 31st to the last of February',
    { count: 1, unit: 'month' },
    '2026-01-31T12:00+01:00',
    '2026-02-28T12:00+01:00',
  ],
  ['the same in a leap year', { count: 1, unit: 'month' }, '2028-01-31T12:00+01:00', '2028-02-29T12:00+01:00'],
  [
    'two months from the 31st do not stop in February',
    { count: 2, unit: 'month' },
    '2026-01-31T12:00+01:00',
    '2026-03-31T12:00+02:00',
  ],
])('[CM4][D6] %s', (_says, period, from, to) => {
  expect(addPeriod(Date.parse(from), period, zone)).toBe(Date.parse(to))
})

const oneADay: Cap = { count: 1, within: { count: 1, unit: 'day' } }
const threeAWeek: Cap = { count: 3, within: { count: 1, unit: 'week' } }

test.each<[says: string, caps: readonly Cap[], hoursAgo: readonly number[], expected: Due]>([
  ['nothing was shown', [oneADay], [], due],
  ['no cap is set', [], [1, 2, 3, 4], due],
  ['the last was shown a day ago', [oneADay], [24], due],
  ['the last was shown an hour ago', [oneADay], [1], not('capped', noon + 23 * HOUR_MS)],
  ['three of three were shown, the first six days ago', [threeAWeek], [144, 50, 49], not('capped', noon + 24 * HOUR_MS)],
  ['three of three, handed in in another order', [threeAWeek], [50, 144, 49], not('capped', noon + 24 * HOUR_MS)],
  ['two of three were shown', [threeAWeek], [50, 49], due],
  ['more were shown than the cap allows', [threeAWeek], [144, 120, 96, 72], not('capped', noon + 48 * HOUR_MS)],
  ['one cap allows it and another does not', [oneADay, threeAWeek], [144, 50, 49], not('capped', noon + 24 * HOUR_MS)],
  ['two caps forbid it, the longer counts', [oneADay, threeAWeek], [120, 50, 1], not('capped', noon + 48 * HOUR_MS)],
  ['both allow it', [oneADay, threeAWeek], [50, 49], due],
])('[CM5] where %s', (_says, caps, hoursAgo, expected) => {
  const sendings = hoursAgo.map((hours) => shown(offer, noon - hours * HOUR_MS))
  expect(ask({ visitor: { sendings }, courtesy: { caps } })).toEqual(expected)
})

const week: Period = { count: 1, unit: 'week' }
test.each<[says: string, quietAfterDecline: Period | null, sending: Sending, expected: Due]>([
  ['declined a moment less than a week ago', week, declined(offer, noon - 7 * DAY_MS + 1), not('declined-lately', noon + 1)],
  ['declined a week ago', week, declined(offer, noon - 7 * DAY_MS), due],
  ['declined just now, on a site without quiet', null, declined(offer, noon - 1), due],
  ['answered just now', week, answered(offer, noon - 1), due],
  ['ignored just now', week, shown(offer, noon - 1), due],
])('[CM6] to a visitor who %s', (_says, quietAfterDecline, sending, expected) => {
  expect(ask({ visitor: { sendings: [sending] }, courtesy: { quietAfterDecline } })).toEqual(expected)
})

test('[CM6] quiet begins with the decline, not with the showing', () => {
  const sending: Sending = { state: 'declined', message: offer, at: noon - 9 * DAY_MS, declinedAt: noon - 6 * DAY_MS }
  expect(ask({ visitor: { sendings: [sending] }, courtesy: { quietAfterDecline: week } })).toEqual(
    not('declined-lately', noon + DAY_MS),
  )
})

test.each(['open', 'requested'] as const)('[CM7][D7] nothing is due over a conversation that is %s', (conversation) => {
  expect(ask({ visitor: { conversation } })).toEqual(not('conversation'))
})

test('[CM7][D7] Vera begins a conversation between loading the page and the showing: the message is not shown', () => {
  const visitor: Partial<AddressedVisitor> = { segments: new Set([readers]) }
  const message = { segment: readers }
  expect(ask({ message, visitor })).toEqual(due)
  expect(ask({ message, visitor: { ...visitor, conversation: 'open' } })).toEqual(not('conversation'))
})

test('[CM8] a paused message is not due', () => {
  expect(ask({ message: { pausedAt: noon - DAY_MS } })).toEqual(not('paused'))
})

test('[CM9] of several reasons the first is given, and as each goes the next', () => {
  const sendings = [declined(greeting, noon - HOUR_MS)]
  const everything = {
    visitor: { conversation: 'open', sendings },
    courtesy: { caps: [oneADay], quietAfterDecline: week },
  } as const
  const message = { pausedAt: noon, segment: readers, frequency: { kind: 'once' } } as const
  const told = (changes: Parameters<typeof ask>[0]) => {
    const answer = ask(changes)
    return answer.state === 'due' ? 'due' : answer.because
  }
  const unpaused = { ...message, pausedAt: null }
  const alone = { ...everything.visitor, conversation: 'none' } as const
  const reading = { ...alone, segments: new Set([readers]) }
  const often = { ...unpaused, frequency: every(1, 'day') }
  const rarely = { ...often, frequency: every(1, 'day'), id: offer }
  expect([
    told({ ...everything, message }),
    told({ ...everything, message: unpaused }),
    told({ ...everything, message: unpaused, visitor: alone }),
    told({ ...everything, message: unpaused, visitor: reading }),
    told({ ...everything, message: often, visitor: reading }),
    told({ ...everything, message: rarely, visitor: reading }),
    told({ ...everything, message: rarely, visitor: reading, courtesy: { caps: [oneADay] } }),
    told({ ...everything, message: rarely, visitor: reading, courtesy: {} }),
  ]).toEqual(['paused', 'conversation', 'other-segment', 'sent-once', 'sent-lately', 'declined-lately', 'capped', 'due'])
})

test('[CM9] the reason is gone exactly at the instant it is said to be, and in the end every message is due', () => {
  const period = fc.record({ count: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom('day', 'week', 'month') })
  const moment = fc.integer({ min: noon - 60 * DAY_MS, max: noon })
  const sending = fc
    .record({ message: fc.constantFrom(greeting, offer), at: moment, state: fc.constantFrom('shown', 'answered', 'declined') })
    .map(({ message, at, state }) => ({ shown, answered, declined })[state](message, at))
  const cap = fc.record({ count: fc.integer({ min: 1, max: 4 }), within: period })
  const courtesy = fc.record({ caps: fc.array(cap, { maxLength: 3 }), quietAfterDecline: fc.option(period) })
  fc.assert(
    fc.property(fc.array(sending, { maxLength: 8 }), courtesy, period, (sendings, site, often) => {
      const asked = (at: number) =>
        ask({ message: { frequency: { kind: 'every', period: often } }, visitor: { sendings }, courtesy: site, at })
      let at = noon
      const seen: string[] = []
      for (let answer = asked(at); answer.state === 'not-due'; answer = asked(at)) {
        if (answer.until === null) throw new Error('expected an instant')
        expect(asked(answer.until - 1)).toEqual(answer)
        expect(seen).not.toContain(answer.because)
        seen.push(answer.because)
        at = answer.until
      }
    }),
  )
})

type Asked = {
  message?: Partial<AutomaticMessage>
  visitor?: Partial<AddressedVisitor>
  courtesy?: Partial<Courtesy>
  at?: number
}

function ask({ message, visitor, courtesy, at = noon }: Asked): Due {
  return isDue(
    { id: greeting, pausedAt: null, segment: null, frequency: every(1, 'day'), sender: 'Ann', text: 'May I help?', ...message },
    { conversation: 'none', segments: new Set(), sendings: [], ...visitor },
    { at, courtesy: { zone, caps: [], quietAfterDecline: null, ...courtesy } },
  )
}

function not(because: Hindrance, until: number | null = null): Due {
  return { state: 'not-due', because, until }
}

function every(count: number, unit: Period['unit']): Frequency {
  return { kind: 'every', period: { count, unit } }
}

function shown(message: AutomaticMessageId, at: number): Sending {
  return { state: 'shown', message, at }
}

function answered(message: AutomaticMessageId, at: number): Sending {
  return { state: 'answered', message, at, answeredAt: at }
}

function declined(message: AutomaticMessageId, at: number): Sending {
  return { state: 'declined', message, at, declinedAt: at }
}
