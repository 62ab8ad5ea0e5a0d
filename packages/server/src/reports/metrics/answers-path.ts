import type { ConversationFacts } from '../conversation-facts.ts'

/** The bot's answers the visitor chose, in order: `key` groups (by id, so renaming splits nothing), `names` are shown, null where one was deleted. */
type AnswersPath = { key: string; names: readonly (string | null)[] }

/** Null where no answer was chosen. */
export function answersPath({ answers }: ConversationFacts): AnswersPath | null {
  if (answers.length === 0) return null
  return { key: answers.map(({ id }) => id).join(' - '), names: answers.map(({ name }) => name) }
}
