/** Thresholds differ by version and by what is judged: an average shown as a face, or a conversation found by a filter. */
type Satisfaction = 'happy' | 'neutral' | 'unhappy' | 'unrated'

const HAPPY_FROM = 3.66
const NEUTRAL_FROM = 2.33
const GOOD_FROM = 2.5

/** 19: happy from 3.66, neutral from 2.33, unhappy below. Averages and single ratings alike; null and 0 are unrated. */
function inThree(stars: number | null): Satisfaction {
  if (stars === null || stars === 0) return 'unrated'
  if (stars >= HAPPY_FROM) return 'happy'
  return stars >= NEUTRAL_FROM ? 'neutral' : 'unhappy'
}

/** 18: good from 2.5, bad below. */
function inTwo(stars: number | null): 'good' | 'bad' | 'unrated' {
  if (stars === null || stars === 0) return 'unrated'
  return stars >= GOOD_FROM ? 'good' : 'bad'
}

export const satisfaction = { inThree, inTwo }
