import type { ConversationView, Staff } from '@portico/protocol/conversations'
import type { OperatorId } from '@portico/protocol/ids'

/** To whom I can whisper: the others who sit here, as long as I do. */
export function listenersOf(
  { phase, observers = [] }: Pick<ConversationView, 'phase' | 'observers'>,
  me: OperatorId,
): readonly Staff[] {
  const seated = phase.state === 'closed' ? [] : [...(phase.state === 'active' ? phase.operators : []), ...observers]
  return seated.some(({ id }) => id === me) ? seated.filter(({ id }) => id !== me) : []
}
