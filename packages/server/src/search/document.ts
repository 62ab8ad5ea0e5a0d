import type { ConversationLine } from '@portico/protocol/conversations'
import type { ChannelId, LabelId, OperatorId } from '@portico/protocol/ids'
import { termsOf } from './terms-of.ts'

/** Of one conversation; words that come after so many others are not found. */
export const TERMS_MAX = 4000

/** Where a word stands is said by its first sign: in notes, in what its visitor is called; without one, in what was said. */
export const IN_NOTE = '~'
export const IN_NAME = '!'
export const ofChannel = (id: ChannelId): string => `=${id}`
export const ofOperator = (id: OperatorId): string => `@${id}`
export const ofLabel = (id: LabelId): string => `#${id}`

type Facts = {
  channel: ChannelId
  visitor: { name: string | null; email: string | null }
  operators: readonly OperatorId[]
  labels: readonly LabelId[]
}
type Said = Pick<ConversationLine, 'audience' | 'body'>

/** What a conversation is found by: what was so far, with what has been said since, and its facts as they are. */
export function documentOf(before: readonly string[], { lines, facts }: { lines: readonly Said[]; facts: Facts }): string[] {
  const said = before.filter((term) => !/^[=@#!]/.test(term))
  const words = new Set([...said, ...lines.flatMap(wordsOfLine)])
  return [...factsOf(facts), ...[...words].slice(0, TERMS_MAX)]
}

function factsOf({ channel, visitor, operators, labels }: Facts): string[] {
  const called = [visitor.name, visitor.email].flatMap((text) => termsOf(text ?? '')).map(({ term }) => `${IN_NAME}${term}`)
  return [...new Set([ofChannel(channel), ...operators.map(ofOperator), ...labels.map(ofLabel), ...called])]
}

/** Operators search: what only the visitor has is nothing they could find. */
function wordsOfLine({ audience, body }: Said): string[] {
  if (body.kind === 'notice' || audience === 'customer') return []
  const sign = audience === 'operators' ? IN_NOTE : ''
  return termsOf(body.text).map(({ term }) => `${sign}${term}`)
}
