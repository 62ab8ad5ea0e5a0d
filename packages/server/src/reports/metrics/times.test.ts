import { expect, test } from 'vitest'
import type { ConversationFacts } from '../conversation-facts.ts'
import { after, ann, bob, bot, conversation, said, vera } from '../example-conversation.ts'
import { daysOfActivity } from './days-of-activity.ts'
import { duration } from './duration.ts'
import { started, weekdaysFrom } from './started.ts'
import { timeToAnswer } from './time-to-answer.ts'

type Row = [string, Partial<ConversationFacts>, number | null]

const noon = { at: after(7200), zone: 'Europe/Berlin' }

test.each<Row>([
  ['nobody wrote', {}, null],
  ['one message', { messages: [said(vera, 5)] }, 0],
  ['from the first to the last', { messages: [said(vera, 5), said(ann, 65)] }, 60],
  ['whatever order they come in', { messages: [said(ann, 65), said(vera, 5), said(vera, 30)] }, 60],
  ['the end does not matter', { messages: [said(vera, 5), said(ann, 65)], endedAt: after(600) }, 60],
  ['a bot writes too', { messages: [said(bot, 0), said(vera, 90)] }, 90],
])('[RP1][G7] duration between messages, in seconds: %s', (_, change, seconds) => {
  expect(duration.betweenMessages.of(conversation(change), noon)).toBe(seconds)
})

test.each<Row>([
  ['running, until now', {}, 7200],
  ['ended', { endedAt: after(90) }, 90],
  ['ended at once', { endedAt: after(0) }, 0],
  ['without messages as with them', { endedAt: after(90), messages: [said(vera, 5), said(ann, 6)] }, 90],
  ['ended before it began, by two clocks', { endedAt: after(-1) }, 0],
])('[RP2] duration from creation to end, in seconds: %s', (_, change, seconds) => {
  expect(duration.fromCreationToEnd.of(conversation(change), noon)).toBe(seconds)
})

test.each<Row>([
  ['nobody wrote', {}, null],
  ['no operator wrote', { messages: [said(vera, 5), said(bot, 6)] }, null],
  ['from the first message of anybody', { messages: [said(vera, 5), said(vera, 10), said(ann, 65), said(ann, 70)] }, 60],
  ['any operator answers', { messages: [said(vera, 5), said(bob, 25), said(ann, 65)] }, 20],
  ['the bot began', { messages: [said(bot, 0), said(vera, 5), said(ann, 65)] }, 65],
  ['the operator began', { messages: [said(ann, 5), said(vera, 65)] }, 0],
  ['whatever order they come in', { messages: [said(ann, 65), said(vera, 5)] }, 60],
])('[RP3][G7] time to answer since the first message, in seconds: %s', (_, change, seconds) => {
  expect(timeToAnswer.sinceFirstMessage.of(conversation(change), noon)).toBe(seconds)
})

test.each<Row>([
  ['no operator wrote', { messages: [said(vera, 5)] }, null],
  ['operators only: since creation', { messages: [said(vera, 5), said(ann, 65)] }, 65],
  ["after a bot: since the bot's last message", { messages: [said(bot, 0), said(vera, 5), said(bot, 20), said(ann, 65)] }, 45],
  [
    'a bot that writes after the answer does not make it negative',
    { messages: [said(bot, 20), said(ann, 65), said(bot, 300)] },
    45,
  ],
  ['a bot that only writes after the answer', { messages: [said(ann, 65), said(bot, 300)] }, 65],
  ['bot and operator in the same instant', { messages: [said(bot, 65), said(ann, 65)] }, 0],
  ['after the end it is no answer', { messages: [said(vera, 5), said(ann, 65)], endedAt: after(64) }, null],
  ['in the instant of the end it is one', { messages: [said(vera, 5), said(ann, 65)], endedAt: after(65) }, 65],
])('[RP4] time to answer since the request, in seconds: %s', (_, change, seconds) => {
  expect(timeToAnswer.sinceRequest.of(conversation(change), noon)).toBe(seconds)
})

test.each([
  ['on the first day', '2025-01-15T09:00:00Z', '2025-01-15T22:59:59Z', 1],
  ['a second after midnight in Berlin', '2025-01-15T09:00:00Z', '2025-01-15T23:00:00Z', 2],
  ['created a second before midnight', '2025-01-15T22:59:59Z', '2025-01-15T23:00:00Z', 2],
  ['over the month', '2025-01-30T09:00:00Z', '2025-02-02T09:00:00Z', 4],
  ['over a day of 23 hours', '2025-03-29T23:30:00Z', '2025-03-30T22:00:00Z', 2],
  ['a leap year', '2024-01-01T09:00:00Z', '2024-12-31T09:00:00Z', 366],
  ['created in a moment by another clock', '2025-01-16T09:00:00Z', '2025-01-15T09:00:00Z', 1],
])('[RP10][G7] days of activity count calendar days, both ends: %s', (_, created, now, days) => {
  const facts = conversation({ createdAt: Date.parse(created) })
  expect(daysOfActivity.of(facts, { at: Date.parse(now), zone: 'Europe/Berlin' })).toBe(days)
})

test.each([
  [
    'Wednesday morning',
    '2025-01-15T09:59:59Z',
    'Europe/Berlin',
    { date: '2025-01-15', dateHour: '2025-01-15T09:00:00Z', hour: '10', weekday: 3 },
  ],
  [
    'Sunday is 0',
    '2025-01-18T23:00:00Z',
    'Europe/Berlin',
    { date: '2025-01-19', dateHour: '2025-01-18T23:00:00Z', hour: '00', weekday: 0 },
  ],
  [
    'Saturday is 6',
    '2025-01-18T22:59:59Z',
    'Europe/Berlin',
    { date: '2025-01-18', dateHour: '2025-01-18T22:00:00Z', hour: '23', weekday: 6 },
  ],
  [
    'a zone of half hours',
    '2025-01-15T09:15:00Z',
    'Asia/Kolkata',
    { date: '2025-01-15', dateHour: '2025-01-15T08:30:00Z', hour: '14', weekday: 3 },
  ],
  [
    'the hour that comes twice, first',
    '2025-10-26T00:30:00Z',
    'Europe/Berlin',
    { date: '2025-10-26', dateHour: '2025-10-26T00:00:00Z', hour: '02', weekday: 0 },
  ],
  [
    'the hour that comes twice, again',
    '2025-10-26T01:30:00Z',
    'Europe/Berlin',
    { date: '2025-10-26', dateHour: '2025-10-26T01:00:00Z', hour: '02', weekday: 0 },
  ],
])('[RP11][G7] the hour and weekday of creation are those of the zone: %s', (_, created, zone, expected) => {
  expect(started(conversation({ createdAt: Date.parse(created) }), zone)).toEqual({
    ...expected,
    dateHour: Date.parse(expected.dateHour),
  })
})

test('[RP11] weekdays come in the order a locale reads them', () => {
  expect(weekdaysFrom(0)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(weekdaysFrom(1)).toEqual([1, 2, 3, 4, 5, 6, 0])
  expect(weekdaysFrom(6)).toEqual([6, 0, 1, 2, 3, 4, 5])
})

test('[RP11] a zone nobody knows is named', () => {
  expect(() => started(conversation(), 'Mars/Olympus')).toThrow(/mars\/olympus/i)
})
