import { expect, test } from 'vitest'
import { answersOf, flattenAnswers, flattenQuestions, questionsOf } from './flat-batch.ts'
import type { RoadAnswer, RoadQuestion } from './writing-client.ts'

const entry = {
  topic: 'settings',
  position: 7,
  tag: 'tag7',
  after: '',
  body: '{"text":"two words\\nand \\"quotes\\" \ud83d\ude00"}',
} as const
const next = { ...entry, position: 8, tag: 'tag8', after: 'tag7', body: '{}' } as const
const nothing = { entries: [], stirred: [], security: [], reactions: 0 }

test('[DB4] a batch arrives as it was sent: answers in their order, each commit with its own entries', () => {
  const answers: RoadAnswer[] = [
    { say: 'committed', committed: { ...nothing, entries: [entry, next], reactions: 1 } },
    { say: 'answer', n: 1, answer: { ok: true } },
    { say: 'committed', committed: nothing },
    { say: 'committed', committed: { ...nothing, entries: [{ ...next, position: 9 }] } },
    { say: 'answer', n: 2, answer: { ok: false, refused: 'closed' } },
    { say: 'room', room: 'none' },
  ]
  expect(flattenAnswers(answers)).toBeTypeOf('string')
  expect(answersOf(flattenAnswers(answers))).toEqual(answers)
  const questions: RoadQuestion[] = [{ n: 1, ask: 'tick', at: 5 }]
  expect(questionsOf(flattenQuestions(questions))).toEqual(questions)
})

test('[DB4] an error arrives as an error', () => {
  const failed: RoadAnswer[] = [{ say: 'failed', n: 1, error: new TypeError('a bug') }]
  expect(answersOf(structuredClone(flattenAnswers(failed)))).toEqual(failed)
})
