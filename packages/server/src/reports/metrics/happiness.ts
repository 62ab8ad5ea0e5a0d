import { contains, trailing, type Period } from '../period.ts'
import { gradeOf } from './rating.ts'

export type Given = { value: number; at: number }

type Happiness = { percent: number | null; ratings: number }

const CHANNEL_DAYS = 14

/** Great ratings × 100 ÷ all ratings given in the period, whenever the conversations were; null when none was given. */
export function happiness(ratings: readonly Given[], period: Period): Happiness {
  const given = ratings.filter(({ value, at }) => value !== 0 && contains(period, at))
  const great = given.filter(({ value }) => gradeOf(value) === 'great').length
  return { percent: given.length === 0 ? null : (great * 100) / given.length, ratings: given.length }
}

/** A channel's: of its ratings of the last 14 days. */
export function channelHappiness(ratings: readonly Given[], at: number): Happiness {
  return happiness(ratings, trailing({ days: CHANNEL_DAYS, at }))
}
