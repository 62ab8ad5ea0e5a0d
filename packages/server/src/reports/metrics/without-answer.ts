import { counting } from './metric.ts'
import { operatorsOf } from './outcome.ts'

/** No operator ever wrote. An operator who tries his own widget and is his own partner counts as answered. */
export const withoutAnswer = counting((facts) => {
  const { operator } = facts.visitor
  if (operator !== null && operatorsOf(facts).includes(operator)) return false
  return !facts.messages.some(({ author }) => author.kind === 'operator')
})
