import { expect, test } from 'vitest'
import type { ConversationFacts } from './conversation-facts.ts'
import { after, ann, bob, bot, carl, conversation, joined, said, vera } from './example-conversation.ts'
import { operatorSessions, type OperatorSession } from './operator-sessions.ts'

const noon = { at: after(7200), zone: 'Europe/Berlin' }

test('[RP24][G8] each operator has a row for each conversation, however often he came', () => {
  const facts = conversation({ participants: [joined(bot, 0), joined(bob, 50), joined(ann, 10), joined(ann, 90)] })
  expect(operatorSessions(facts, noon).map(({ operator }) => operator)).toEqual([ann.id, bob.id])
  expect(operatorSessions(conversation({ participants: [joined(bot, 0)] }), noon)).toEqual([])
})

test('[RP24][G8] duration of the conversation and time to answer are counted from its first message', () => {
  const facts = conversation({
    participants: [joined(ann, 10), joined(bob, 50)],
    messages: [said(vera, 5), said(ann, 25), said(bob, 65), said(vera, 105)],
  })
  expect(operatorSessions(facts, noon)).toMatchObject([
    { operator: ann.id, conversationDuration: 100, timeToAnswer: 20 },
    { operator: bob.id, conversationDuration: 100, timeToAnswer: 60 },
  ])
})

test.each<[string, Partial<ConversationFacts>, Partial<OperatorSession>]>([
  [
    'joined and did nothing yet',
    {},
    { duration: 7190, responseTime: null, timeToAnswer: null, messages: 0, conversationDuration: null },
  ],
  ['only the visitor wrote', { messages: [said(vera, 20)] }, { duration: 10, responseTime: null, messages: 0 }],
  ['answered', { messages: [said(vera, 0), said(ann, 40), said(ann, 70)] }, { duration: 60, responseTime: 30, messages: 2 }],
  ['answered and ended', { messages: [said(ann, 40)], endedAt: after(110) }, { duration: 100, responseTime: 30 }],
  ['wrote in the instant of joining', { messages: [said(ann, 10)] }, { responseTime: 0, duration: 0 }],
  ['wrote before joining, by two clocks', { messages: [said(ann, 9)] }, { responseTime: 0, duration: 0 }],
])('[RP25][G11] from joining, in seconds: %s', (_, change, expected) => {
  expect(operatorSessions(conversation({ participants: [joined(ann, 10)], ...change }), noon)).toMatchObject([expected])
})

test.each<[string, ConversationFacts['rating'], number | null]>([
  ['not rated', null, null],
  ['Ann was rated', { value: 5, at: after(60), rated: ann.id }, 5],
  ['Bob was rated', { value: 5, at: after(60), rated: bob.id }, null],
  ['nobody was rated', { value: 5, at: after(60), rated: null }, null],
  ['asked for, not given', { value: 0, at: after(60), rated: ann.id }, null],
])('[RP25][G11] a rating belongs to the operator who was rated: %s', (_, rating, expected) => {
  expect(operatorSessions(conversation({ participants: [joined(ann, 0)], rating }), noon)).toMatchObject([{ rating: expected }])
})

test('[RP25][G11] the first operator asked for help and the last gave it, when more than one took part', () => {
  const help = (...participants: ConversationFacts['participants']) =>
    operatorSessions(conversation({ participants }), noon).map((row) => row.help)
  expect(help(joined(ann, 0))).toEqual([null])
  expect(help(joined(ann, 0), joined(bob, 10))).toEqual(['requested', 'provided'])
  expect(help(joined(ann, 0), joined(bob, 10), joined(carl, 20))).toEqual(['requested', null, 'provided'])
})

test('[RP25][G11] calls are those the operator was in, and the outcome is the conversation', () => {
  const calls = [
    { startedAt: after(100), endedAt: after(160), operators: [ann.id] },
    { startedAt: after(200), endedAt: null, operators: [ann.id, bob.id] },
  ]
  const facts = conversation({ participants: [joined(ann, 0), joined(bob, 10)], calls })
  expect(operatorSessions(facts, noon)).toMatchObject([
    { calls: 2, callDuration: 7060, outcome: 'escalated' },
    { calls: 1, callDuration: 7000, outcome: 'escalated' },
  ])
})
