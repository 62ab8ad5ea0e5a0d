import { counting } from './metric.ts'
import { operatorsOf } from './outcome.ts'

/** An operator took part, whatever a bot did before. */
const operator = counting((facts) => operatorsOf(facts).length > 0)

/** A bot took part and never an operator. */
const bot = counting((facts) => operatorsOf(facts).length === 0 && facts.participants.some(({ author }) => author.kind === 'bot'))

export const handledBy = { operator, bot }
