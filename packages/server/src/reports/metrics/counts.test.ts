import { expect, test } from 'vitest'
import type { ConversationFacts } from '../conversation-facts.ts'
import { codeOf } from '../code-of.ts'
import { after, ann, bob, bot, carl, conversation, joined, said, vera } from '../example-conversation.ts'
import { isAnswerable } from '../is-answerable.ts'
import { anonymous } from './anonymous.ts'
import { answersPath } from './answers-path.ts'
import { calls } from './calls.ts'
import { converted } from './converted.ts'
import { handledBy } from './handled-by.ts'
import { messages } from './messages.ts'
import { missed, treated } from './missed.ts'
import { outcome, type Outcome } from './outcome.ts'
import { speakers } from './speakers.ts'
import { withoutAnswer } from './without-answer.ts'

type Change = Partial<ConversationFacts>

const noon = { at: after(7200), zone: 'Europe/Berlin' }

test.each<[string, Change, number, number]>([
  ['nobody wrote', { participants: [joined(ann, 0)] }, 0, 1],
  ['the visitor alone', { messages: [said(vera, 1), said(vera, 2)] }, 1, 1],
  ['the operator alone', { messages: [said(ann, 1)] }, 1, 1],
  ['a bot is no speaker', { messages: [said(bot, 0), said(vera, 1)] }, 1, 1],
  ['a bot alone', { messages: [said(bot, 0)] }, 0, 1],
  ['visitor and operator', { messages: [said(vera, 1), said(ann, 2), said(vera, 3), said(ann, 4)] }, 2, 0],
  ['two operators and no visitor', { messages: [said(ann, 1), said(bob, 2)] }, 2, 0],
  ['visitor and two operators', { messages: [said(vera, 1), said(ann, 2), said(bob, 3)] }, 3, 0],
  ['who only joined did not speak', { messages: [said(vera, 1)], participants: [joined(ann, 0), joined(bob, 0)] }, 1, 1],
])('[RP5][RP7][G7][G9] speakers are different people who wrote, one at most is missed: %s', (_, change, count, isMissed) => {
  expect(speakers.of(conversation(change), noon)).toBe(count)
  expect(missed.oneSpeaker.of(conversation(change), noon)).toBe(isMissed)
  expect(treated.oneSpeaker.of(conversation(change), noon)).toBe(1 - isMissed)
})

test('[RP5] an operator and a visitor of the same id are two', () => {
  const namesake = { ...said(vera, 1), author: { ...vera, id: ann.id } as typeof vera } // Brands differ, the text of an id may not.
  expect(speakers.of(conversation({ messages: [namesake, said(ann, 2)] }), noon)).toBe(2)
})

test.each<[string, Change, number]>([
  ['none', {}, 0],
  ['those of all authors', { messages: [said(bot, 0), said(vera, 1), said(vera, 1), said(ann, 2)] }, 4],
])('[RP6][G7] messages are counted: %s', (_, change, count) => {
  expect(messages.of(conversation(change), noon)).toBe(count)
})

test.each<[string, Change, Outcome]>([
  ['nobody came', {}, 'no-answer'],
  ['an operator joined and owes an answer', { participants: [joined(ann, 0)] }, 'no-answer'],
  ['the operator wrote', { participants: [joined(ann, 0)], messages: [said(ann, 5)] }, 'success'],
  ['the operator wrote in the instant of joining', { participants: [joined(ann, 5)], messages: [said(ann, 5)] }, 'success'],
  [
    'the operator wrote after the end',
    { participants: [joined(ann, 0)], messages: [said(ann, 61)], endedAt: after(60) },
    'no-answer',
  ],
  [
    'the operator wrote in the instant of the end',
    { participants: [joined(ann, 0)], messages: [said(ann, 60)], endedAt: after(60) },
    'success',
  ],
  ['the visitor wrote in vain', { participants: [joined(ann, 0)], messages: [said(vera, 5)] }, 'no-answer'],
  ['a bot did it alone', { participants: [joined(bot, 0)], messages: [said(bot, 0), said(vera, 5)] }, 'success'],
  [
    'the bot found an operator who did not write',
    { participants: [joined(bot, 0), joined(ann, 60)], messages: [said(bot, 0)] },
    'no-answer',
  ],
  [
    'the bot found an operator who wrote',
    { participants: [joined(bot, 0), joined(ann, 60)], messages: [said(ann, 70)] },
    'success',
  ],
  ['the bot found nobody', { participants: [joined(bot, 0)], unavailableAt: [after(60)] }, 'no-agent'],
  ['nobody, and no bot', { unavailableAt: [after(0)] }, 'no-agent'],
  [
    'nobody, then somebody who did not write',
    { participants: [joined(bot, 0), joined(ann, 90)], unavailableAt: [after(60)] },
    'no-answer',
  ],
  [
    'nobody, then somebody in that instant',
    { participants: [joined(bot, 0), joined(ann, 60)], unavailableAt: [after(60)] },
    'no-answer',
  ],
  [
    'nobody, then an answer',
    { participants: [joined(bot, 0), joined(ann, 90)], unavailableAt: [after(60)], messages: [said(ann, 95)] },
    'success',
  ],
  [
    'an answer, then the bot again, then nobody',
    { participants: [joined(ann, 0)], messages: [said(ann, 5)], unavailableAt: [after(60)] },
    'no-agent',
  ],
  [
    'nobody, but only after the end',
    { participants: [joined(bot, 0)], unavailableAt: [after(61)], endedAt: after(60) },
    'success',
  ],
  ['two operators', { participants: [joined(ann, 0), joined(bob, 60)], messages: [said(ann, 5)] }, 'escalated'],
  ['two operators, neither wrote', { participants: [joined(ann, 0), joined(bob, 60)] }, 'escalated'],
  ['the same operator twice is one', { participants: [joined(ann, 0), joined(ann, 60)], messages: [said(ann, 5)] }, 'success'],
  ['bot and one operator are not two', { participants: [joined(bot, 0), joined(ann, 60)], messages: [said(ann, 61)] }, 'success'],
])('[RP18][G10] outcome: %s', (_, change, expected) => {
  expect(outcome(conversation(change))).toBe(expected)
})

test.each<[string, Change, number | null]>([
  ['it still runs', { participants: [joined(ann, 0)] }, null],
  ['never answered', { participants: [joined(ann, 0)], endedAt: after(60) }, 1],
  ['no one available', { unavailableAt: [after(0)], endedAt: after(60) }, 1],
  ['answered', { participants: [joined(ann, 0)], messages: [said(ann, 5)], endedAt: after(60) }, 0],
  ['escalated', { participants: [joined(ann, 0), joined(bob, 1)], endedAt: after(60) }, 0],
  ['a bot alone', { participants: [joined(bot, 0)], messages: [said(bot, 0)], endedAt: after(60) }, 0],
])('[RP8][G9][G10] missed by outcome: %s', (_, change, isMissed) => {
  expect(missed.byOutcome.of(conversation(change), noon)).toBe(isMissed)
  expect(treated.byOutcome.of(conversation(change), noon)).toBe(isMissed === null ? null : 1 - isMissed)
})

const annHerself = { ...conversation().visitor, operator: ann.id }

test.each<[string, Change, number]>([
  ['nobody wrote', { participants: [joined(ann, 0)] }, 1],
  ['only the visitor wrote', { participants: [joined(ann, 0)], messages: [said(vera, 1)] }, 1],
  ['only a bot answered', { messages: [said(vera, 1), said(bot, 2)] }, 1],
  ['the operator wrote', { participants: [joined(ann, 0)], messages: [said(vera, 1), said(ann, 2)] }, 0],
  ['another operator wrote', { participants: [joined(ann, 0), joined(bob, 1)], messages: [said(bob, 2)] }, 0],
  [
    'Ann tries her own widget and is her own partner',
    { visitor: annHerself, participants: [joined(ann, 0)], messages: [said(vera, 1)] },
    0,
  ],
  [
    'Ann tries her own widget and waits for Bob',
    { visitor: annHerself, participants: [joined(bob, 0)], messages: [said(vera, 1)] },
    1,
  ],
])('[RP9][G7] without answer: %s', (_, change, expected) => {
  expect(withoutAnswer.of(conversation(change), noon)).toBe(expected)
})

test.each<[string, Change, number, number]>([
  ['nobody', {}, 0, 0],
  ['an operator', { participants: [joined(ann, 0)] }, 1, 0],
  ['a bot', { participants: [joined(bot, 0)] }, 0, 1],
  ['a bot, then an operator', { participants: [joined(bot, 0), joined(ann, 60)] }, 1, 0],
])('[RP19] handled by operator or by bot alone: %s', (_, change, byOperator, byBot) => {
  expect(handledBy.operator.of(conversation(change), noon)).toBe(byOperator)
  expect(handledBy.bot.of(conversation(change), noon)).toBe(byBot)
})

const call = { startedAt: after(60), endedAt: after(360), operators: [ann.id] }

test.each<[string, ConversationFacts['calls'], number, number, number | null]>([
  ['none', [], 0, 0, null],
  ['one', [call], 1, 1, 300],
  ['two', [call, { ...call, startedAt: after(400), endedAt: after(500) }], 2, 1, 400],
  ['one that runs', [{ ...call, endedAt: null }], 1, 1, 7140],
])('[RP20] calls: %s', (_, made, number, any, seconds) => {
  const facts = conversation({ calls: made })
  expect(calls.number.of(facts, noon)).toBe(number)
  expect(calls.any.of(facts, noon)).toBe(any)
  expect(calls.duration.of(facts, noon)).toBe(seconds)
})

test('[RP21] the path of answers groups by id and shows names, with a gap for a deleted one', () => {
  const answers = [
    { id: 'a', name: 'Prices' },
    { id: 'b', name: null },
    { id: 'c', name: 'Other' },
  ]
  expect(answersPath(conversation({ answers }))).toEqual({ key: 'a - b - c', names: ['Prices', null, 'Other'] })
  expect(answersPath(conversation())).toBeNull()
})

test('[RP12][G7] a conversation is named by channel and id, and anonymous unless a customer is logged in', () => {
  expect(codeOf(conversation())).toBe('Sales / c1')
  expect(anonymous.of(conversation(), noon)).toBe(1)
  expect(anonymous.of(conversation({ visitor: { ...conversation().visitor, customer: 'carla' } }), noon)).toBe(0)
})

test.each<[string, number | null, number]>([
  ['never', null, 0],
  ['before', after(-1), 0],
  ['in the instant it began', after(0), 1],
  ['after', after(1), 1],
])('[RP12][G14] a goal counts for the conversation when reached after it began: %s', (_, convertedAt, expected) => {
  expect(converted.of(conversation({ convertedAt }), noon)).toBe(expected)
})

test.each<[string, Change, boolean]>([
  ['an operator and a message', { participants: [joined(ann, 0)], messages: [said(vera, 1)] }, true],
  ['no message', { participants: [joined(ann, 0)] }, false],
  ['no operator', { participants: [joined(bot, 0)], messages: [said(vera, 1)] }, false],
  ['nothing', {}, false],
  ['three operators', { participants: [joined(ann, 0), joined(bob, 0), joined(carl, 0)], messages: [said(bot, 1)] }, true],
])("[RP22][G7] 18's report has a row for an operator and a message: %s", (_, change, expected) => {
  expect(isAnswerable(conversation(change))).toBe(expected)
})
