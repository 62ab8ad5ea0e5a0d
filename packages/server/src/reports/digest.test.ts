import { expect, test } from 'vitest'
import type { ConversationFacts } from './conversation-facts.ts'
import { digest } from './digest.ts'
import { ann, bot, conversation, vera } from './example-conversation.ts'
import { around, before, contains, trailing, type Step } from './period.ts'

const zone = 'Europe/Berlin'
const at = (text: string) => Date.parse(text)

test.each<[string, Step, string, string, string]>([
  ['this week begins on Monday', 'week', '2025-01-15T09:00:00Z', '2025-01-12T23:00:00Z', '2025-01-19T23:00:00Z'],
  ['on Monday at midnight it is a new one', 'week', '2025-01-12T23:00:00Z', '2025-01-12T23:00:00Z', '2025-01-19T23:00:00Z'],
  ['on Sunday it is still the old one', 'week', '2025-01-19T22:59:59Z', '2025-01-12T23:00:00Z', '2025-01-19T23:00:00Z'],
  ['this month', 'month', '2025-02-10T09:00:00Z', '2025-01-31T23:00:00Z', '2025-02-28T23:00:00Z'],
  ['a month in which clocks change', 'month', '2025-03-10T09:00:00Z', '2025-02-28T23:00:00Z', '2025-03-31T22:00:00Z'],
  ['a day of 23 hours', 'day', '2025-03-30T09:00:00Z', '2025-03-29T23:00:00Z', '2025-03-30T22:00:00Z'],
  ['a day of 25 hours', 'day', '2025-10-26T09:00:00Z', '2025-10-25T22:00:00Z', '2025-10-26T23:00:00Z'],
])('[RP26][G9] windows are those of the zone: %s', (_, step, now, from, to) => {
  expect(around({ step, at: at(now), zone })).toEqual({ from: at(from), to: at(to) })
})

test('[RP26][G9] the last 24 hours are hours, with both ends', () => {
  const now = at('2025-03-30T12:00:00Z')
  const day = trailing({ days: 1, at: now })
  expect(contains(day, now)).toBe(true)
  expect(contains(day, now - 86_400_000)).toBe(true)
  expect(contains(day, now - 86_400_001)).toBe(false)
  expect(contains(day, now + 1)).toBe(false)
})

test.each<[string, Step, string, string, string]>([
  ['of a day', 'day', '2025-01-15T09:00:00Z', '2025-01-13T23:00:00Z', '2025-01-14T23:00:00Z'],
  ['of a week', 'week', '2025-01-15T09:00:00Z', '2025-01-05T23:00:00Z', '2025-01-12T23:00:00Z'],
  ['of a month, over the year', 'month', '2025-01-15T09:00:00Z', '2024-11-30T23:00:00Z', '2024-12-31T23:00:00Z'],
  ['of a month, from the 31st', 'month', '2025-03-31T09:00:00Z', '2025-01-31T23:00:00Z', '2025-02-28T23:00:00Z'],
])('[RP27][G13] a digest is about the last whole one: %s', (_, step, now, from, to) => {
  expect(before({ step, at: at(now), zone })).toEqual({ from: at(from), to: at(to) })
  const made = digest({ step, at: at(now), zone, conversations: [], ratings: [] })
  expect(made.period).toEqual({ from: at(from), to: at(to) })
  expect(made.previous.to).toBe(at(from))
  expect(made.previous).toEqual(before({ step, at: at(from), zone }))
})

// The mail of Wednesday the 15th: the 14th, against the 13th.
const wednesday = { step: 'day' as const, at: at('2025-01-15T06:00:00Z'), zone }

test('[RP28][G13] three figures of the period: happiness, conversations, seconds to answer', () => {
  const conversations = [
    answered('2025-01-13T23:00:00Z', 60),
    answered('2025-01-14T12:00:00Z', 20),
    conversation({ createdAt: at('2025-01-14T22:59:59Z') }),
    answered('2025-01-13T22:59:59Z', 80),
    answered('2025-01-14T23:00:00Z', 1000),
  ]
  const ratings = [
    { value: 5, at: at('2025-01-14T08:00:00Z') },
    { value: 3, at: at('2025-01-14T09:00:00Z') },
    { value: 4, at: at('2025-01-13T09:00:00Z') },
    { value: 1, at: at('2025-01-15T05:00:00Z') },
  ]
  expect(digest({ ...wednesday, conversations, ratings })).toMatchObject({
    happiness: { value: 50, previous: 100, change: -50 },
    conversations: { value: 3, previous: 1, change: 200 },
    timeToAnswer: { value: 40, previous: 80, change: -50 },
  })
})

test('[RP28][G13] a rating counts on the day it was given, whenever the conversation was', () => {
  const ratings = [{ value: 5, at: at('2025-01-14T08:00:00Z') }]
  const lastMonth = [conversation({ createdAt: at('2024-12-14T08:00:00Z') })]
  expect(digest({ ...wednesday, conversations: lastMonth, ratings })).toMatchObject({
    happiness: { value: 100 },
    conversations: { value: 0 },
  })
})

test('[RP28][G13] time to answer is in seconds by either definition', () => {
  const messages = [
    { author: bot, at: at('2025-01-14T08:00:00Z') },
    { author: vera, at: at('2025-01-14T08:00:30Z') },
    { author: bot, at: at('2025-01-14T08:01:00Z') },
    { author: ann, at: at('2025-01-14T08:01:40Z') },
  ]
  const conversations = [conversation({ createdAt: at('2025-01-14T08:00:00Z'), messages })]
  expect(digest({ ...wednesday, conversations, ratings: [] }).timeToAnswer.value).toBe(100)
  expect(digest({ ...wednesday, conversations, ratings: [], definition: 'sinceRequest' }).timeToAnswer.value).toBe(40)
})

test('[RP29][G13] a quiet period has 0 happiness, 0 conversations and no time to answer; there is no change from nothing', () => {
  const figures = digest({ ...wednesday, conversations: [], ratings: [] })
  expect(figures).toMatchObject({
    happiness: { value: 0, previous: 0, change: null },
    conversations: { value: 0, previous: 0, change: null },
    timeToAnswer: { value: null, previous: null, change: null },
  })
  const conversations = [answered('2025-01-14T12:00:00Z', 20)]
  expect(digest({ ...wednesday, conversations, ratings: [] })).toMatchObject({
    conversations: { value: 1, previous: 0, change: null },
    timeToAnswer: { value: 20, previous: null, change: null },
  })
})

function answered(created: string, seconds: number): ConversationFacts {
  const createdAt = at(created)
  const messages = [
    { author: vera, at: createdAt },
    { author: ann, at: createdAt + seconds * 1000 },
  ]
  return conversation({ createdAt, messages })
}
