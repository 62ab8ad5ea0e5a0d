import type { Author, ChatLine, ConversationLine, Phase, Staff } from '@portico/protocol/conversations'
import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import { tintOf } from '@portico/protocol/tint'
import { derivedId } from '../platform/derived-id.ts'

/** As whom the visitor of one conversation knows an operator: by what he calls himself, or by a mask. Given once and kept. */
export type Guise = { operator: OperatorId; name: string; isMask: boolean }

type Known = { id: ConversationId; guises: readonly Guise[] }

export const withGuise = <C extends Known>(conversation: C, guise: Guise | null): C =>
  guise ? { ...conversation, guises: [...conversation.guises, guise] } : conversation

/** What the visitor is told of somebody. His id never is: it would say that two conversations are with the same person. */
export function asSeen({ id: conversation, guises }: Known, { id, name }: Staff): Staff {
  const guise = guises.find(({ operator }) => operator === id)
  return { id: seenIdOf({ conversation, operator: id, isMask: guise?.isMask ?? false }), name: guise?.name ?? name }
}

/** What the visitor gets of a line: its place among the others, never its number. */
export const chatLineOf = (conversation: Known, { id, at, author, body }: ConversationLine): ChatLine => ({
  id,
  at,
  author: authorSeen(conversation, author),
  body: body as ChatLine['body'], // what only operators are told is on no visitor's topic
})

const authorSeen = (conversation: Known, author: Author): Author =>
  author.kind === 'operator' ? { kind: 'operator', ...asSeen(conversation, author) } : author

export function phaseSeen(conversation: Known, phase: Phase): Phase {
  const seen = (staff: readonly Staff[]) => staff.map((each) => asSeen(conversation, each))
  return phase.state === 'requested' ? { ...phase, before: seen(phase.before) } : { ...phase, operators: seen(phase.operators) }
}

// Who has no mask keeps his tint: he looks as he did among those who were there.
function seenIdOf({ conversation, operator, isMask }: { conversation: ConversationId; operator: OperatorId; isMask: boolean }) {
  for (let nth = 0; ; nth++) {
    const id = derivedId(`seen ${conversation} ${operator} ${nth}`) as string as OperatorId // within an id's alphabet
    if (isMask || tintOf(id) === tintOf(operator)) return id
  }
}
