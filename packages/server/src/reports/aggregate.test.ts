import { expect, test } from 'vitest'
import { aggregate } from './aggregate.ts'
import { after, ann, conversation, said, vera } from './example-conversation.ts'
import { daysOfActivity } from './metrics/days-of-activity.ts'
import { missed } from './metrics/missed.ts'
import { speakers } from './metrics/speakers.ts'
import { timeToAnswer } from './metrics/time-to-answer.ts'
import { withoutAnswer } from './metrics/without-answer.ts'

const noon = { at: after(7200), zone: 'Europe/Berlin' }
const answered = conversation({ messages: [said(vera, 0), said(ann, 30)] })
const quickly = conversation({ messages: [said(vera, 0), said(ann, 10)] })
const unanswered = conversation({ messages: [said(vera, 0)] })
const old = conversation({ createdAt: after(-3 * 86_400) })

test('[RP23] an average leaves out what has no figure', () => {
  expect(aggregate(timeToAnswer.sinceFirstMessage, [answered, quickly, unanswered], noon)).toBe(20)
})

test('[RP23] sums count, and the largest is the largest', () => {
  expect(aggregate(withoutAnswer, [answered, unanswered, unanswered], noon)).toBe(2)
  expect(aggregate(daysOfActivity, [answered, old, quickly], noon)).toBe(4)
  expect(aggregate(speakers, [answered, unanswered], noon)).toBe(1.5)
})

test('[RP23] of nothing there is no average and no largest, and a sum of 0', () => {
  expect(aggregate(speakers, [], noon)).toBeNull()
  expect(aggregate(timeToAnswer.sinceRequest, [unanswered], noon)).toBeNull()
  expect(aggregate(daysOfActivity, [], noon)).toBeNull()
  expect(aggregate(missed.oneSpeaker, [], noon)).toBe(0)
})

test.each([
  [timeToAnswer.sinceFirstMessage, 'no-operator-wrote'],
  [missed.byOutcome, 'still-running'],
])('[RP23] a metric says when it has no figure, and has none then', (metric, nullWhen) => {
  expect(metric.nullWhen).toBe(nullWhen)
  expect(metric.of(unanswered, noon)).toBeNull()
})
