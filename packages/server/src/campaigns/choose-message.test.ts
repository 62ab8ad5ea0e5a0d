import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AutomaticMessageId } from '@portico/protocol/ids'
import type { AutomaticMessage, Cap } from './automatic-message.ts'
import { chooseMessage } from './choose-message.ts'
import { isDue, type Courtesy, type Sending } from './is-due.ts'

const noon = Date.parse('2026-05-04T10:00Z')
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const oneADay: Cap = { count: 1, within: { count: 1, unit: 'day' } }
const quiet: Courtesy = { zone: 'Europe/Vienna', caps: [], quietAfterDecline: null }
const [greeting, offer, survey] = ['greeting', 'offer', 'survey'].map((name) => message(name)) as [
  AutomaticMessage,
  AutomaticMessage,
  AutomaticMessage,
] // as many as names stand there

test('[CM30][D6] of two messages due in one page load the first in the site’s order is shown, and no more', () => {
  expect(load([greeting, offer])).toEqual({
    message: greeting,
    others: [{ message: offer, because: 'another-first', until: null }],
  })
  expect(load([offer, greeting]).message).toBe(offer)
})

test('[CM30][CM9] one that is not due gives way to the next, with its own reason', () => {
  const paused = { ...greeting, pausedAt: noon }
  expect(load([paused, offer, survey])).toEqual({
    message: offer,
    others: [
      { message: paused, because: 'paused', until: null },
      { message: survey, because: 'another-first', until: null },
    ],
  })
  expect(load([paused])).toEqual({ message: null, others: [{ message: paused, because: 'paused', until: null }] })
  expect(load([])).toEqual({ message: null, others: [] })
})

test('[CM30][CM5] with a cap of one a day the second waits for tomorrow, however many pages are loaded', () => {
  const site = { ...quiet, caps: [oneADay] }
  expect(load([greeting, offer], { site }).message).toBe(greeting)
  const sendings = [shown(greeting, noon)]
  expect(load([greeting, offer], { site, sendings, at: noon + MINUTE_MS })).toMatchObject({
    message: null,
    others: [{ because: 'sent-once' }, { message: offer, because: 'capped', until: noon + DAY_MS }],
  })
  expect(load([greeting, offer], { site, sendings, at: noon + DAY_MS }).message).toBe(offer)
})

test('[CM30][CM5] two that were due in one page load: the second is asked again when it is to be shown, and is capped', () => {
  const site = { ...quiet, caps: [oneADay] }
  const due = (sendings: readonly Sending[]) =>
    isDue(offer, { conversation: 'none', segments: new Set(), sendings }, { at: noon, courtesy: site })
  expect(due([])).toEqual({ state: 'due' })
  expect(due([shown(greeting, noon)])).toEqual({ state: 'not-due', because: 'capped', until: noon + DAY_MS })
})

test('[CM30][CM5] however pages are loaded, no period holds more messages than its cap allows', () => {
  const cap = fc.record({ count: fc.integer({ min: 1, max: 3 }), days: fc.integer({ min: 1, max: 3 }) })
  const gaps = fc.array(fc.integer({ min: 0, max: 2 * DAY_MS }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(cap, gaps, fc.shuffledSubarray(['a', 'b', 'c', 'd']), ({ count, days }, loads, names) => {
      const site = { ...quiet, zone: 'UTC', caps: [{ count, within: { count: days, unit: 'day' as const } }] }
      const messages = names.map(
        (name) => ({ ...message(name), frequency: { kind: 'every', period: { count: 1, unit: 'day' } } }) as const,
      )
      const sendings: Sending[] = []
      let at = noon
      for (const gap of loads) {
        at += gap
        const { message: chosen } = load(messages, { site, sendings, at })
        if (chosen) sendings.push(shown(chosen, at))
        expect(sendings.filter((sending) => sending.at > at - days * DAY_MS).length).toBeLessThanOrEqual(count)
      }
    }),
  )
})

function load(
  messages: readonly AutomaticMessage[],
  { site = quiet, sendings = [], at = noon }: { site?: Courtesy; sendings?: readonly Sending[]; at?: number } = {},
) {
  return chooseMessage(messages, { conversation: 'none', segments: new Set(), sendings }, { at, courtesy: site })
}

function message(name: string): AutomaticMessage {
  const id = name as AutomaticMessageId // a test's own id
  return { id, pausedAt: null, segment: null, frequency: { kind: 'once' }, sender: 'Ann', text: 'May I help?' }
}

function shown({ id }: AutomaticMessage, at: number): Sending {
  return { state: 'shown', message: id, at }
}
