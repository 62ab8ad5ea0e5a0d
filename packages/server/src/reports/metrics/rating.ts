import { counting, type Metric } from './metric.ts'
import type { ConversationFacts } from '../conversation-facts.ts'

type Grade = 'great' | 'okay' | 'bad'

const STARS_MAX = 5

/** 1 to 5 stars; a rating asked for and not given (0) is none. */
const stars: Metric = { unit: 'stars', aggregate: 'average', nullWhen: 'not-rated', of: starsOf }

/** Five stars (18's "happy"). */
const happy = counting((facts) => starsOf(facts) === STARS_MAX)

const unrated = counting((facts) => starsOf(facts) === null)

export const rating = { stars, happy, unrated }

/** From 4 great, from 3 okay, from 1 bad. */
export function gradeOf(value: number): Grade {
  if (!(value >= 1 && value <= STARS_MAX)) throw new RangeError(`rating.value is ${value}, expected 1 to ${STARS_MAX}`)
  if (value >= 4) return 'great'
  return value >= 3 ? 'okay' : 'bad'
}

function starsOf({ id, rating }: ConversationFacts): number | null {
  if (rating === null || rating.value === 0) return null
  if (!(rating.value >= 1 && rating.value <= STARS_MAX)) {
    throw new RangeError(`rating.value of ${id} is ${rating.value}, expected 0 to ${STARS_MAX}`)
  }
  return rating.value
}
