import { expect, test } from 'vitest'
import { after, conversation } from '../example-conversation.ts'
import { channelHappiness, happiness, type Given } from './happiness.ts'
import { gradeOf, rating } from './rating.ts'
import { satisfaction } from './satisfaction.ts'

const noon = { at: after(7200), zone: 'Europe/Berlin' }
const DAYS_14 = 14 * 86_400

test.each<[number | null, number | null, number, number]>([
  [null, null, 0, 1],
  [0, null, 0, 1],
  [1, 1, 0, 0],
  [3, 3, 0, 0],
  [4, 4, 0, 0],
  [5, 5, 1, 0],
])('[RP13][G7] a rating of %s has %s stars, happy %i, unrated %i', (value, stars, happy, unrated) => {
  const facts = conversation({ rating: value === null ? null : { value, at: after(60), rated: null } })
  expect(rating.stars.of(facts, noon)).toBe(stars)
  expect(rating.happy.of(facts, noon)).toBe(happy)
  expect(rating.unrated.of(facts, noon)).toBe(unrated)
})

test.each([-1, 0.5, 6, Number.NaN])('[RP13] a rating of %d is none anybody can give, and names its conversation', (value) => {
  const facts = conversation({ rating: { value, at: after(60), rated: null } })
  expect(() => rating.stars.of(facts, noon)).toThrow(`rating.value of c1 is ${value}, expected 0 to 5`)
})

test.each([
  [5, 'great'],
  [4, 'great'],
  [3.99, 'okay'],
  [3, 'okay'],
  [2.99, 'bad'],
  [1, 'bad'],
])('[RP14] a rating of %d is %s', (value, grade) => {
  expect(gradeOf(value)).toBe(grade)
})

test.each([0, 0.99, 5.01])('[RP14] a rating of %d has no grade', (value) => {
  expect(() => gradeOf(value)).toThrow(`rating.value is ${value}, expected 1 to 5`)
})

test.each([
  [null, 'unrated', 'unrated'],
  [0, 'unrated', 'unrated'],
  [1, 'unhappy', 'bad'],
  [2.32, 'unhappy', 'bad'],
  [2.33, 'neutral', 'bad'],
  [2.49, 'neutral', 'bad'],
  [2.5, 'neutral', 'good'],
  [3.65, 'neutral', 'good'],
  [3.66, 'happy', 'good'],
  [5, 'happy', 'good'],
])('[RP15] %s stars are %s in 19 and %s in 18', (stars, inThree, inTwo) => {
  expect(satisfaction.inThree(stars)).toBe(inThree)
  expect(satisfaction.inTwo(stars)).toBe(inTwo)
})

test.each<[string, Given[], number | null, number]>([
  ['none', [], null, 0],
  ['only asked for', [given(0, 10)], null, 0],
  ['all great', [given(5, 10), given(4, 20)], 100, 2],
  ['one of three', [given(5, 10), given(3, 20), given(1, 30)], 100 / 3, 3],
  ['none great', [given(3, 10)], 0, 1],
  ['given in the first instant', [given(5, 0)], 100, 1],
  ['given just before', [given(5, -0.001)], null, 0],
  ['given in the last instant', [given(5, 99.999)], 100, 1],
  ['given just after', [given(5, 100)], null, 0],
])('[RP16][G13] happiness is the share of great among ratings given in the period: %s', (_, ratings, percent, count) => {
  expect(happiness(ratings, { from: after(0), to: after(100) })).toEqual({ percent, ratings: count })
})

test.each<[string, Given[], number | null]>([
  ['nobody rated', [], null],
  ['now', [given(5, 0)], 100],
  ['14 days ago to the instant', [given(5, -DAYS_14)], 100],
  ['a moment longer ago', [given(5, -DAYS_14 - 0.001)], null],
  ['old bad ones are forgotten', [given(5, -60), given(1, -DAYS_14 - 60)], 100],
])("[RP17][G3] a channel's happiness is over 14 days: %s", (_, ratings, percent) => {
  expect(channelHappiness(ratings, after(0)).percent).toBe(percent)
})

function given(value: number, seconds: number): Given {
  return { value, at: after(seconds) }
}
