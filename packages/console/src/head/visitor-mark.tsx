import type { ConversationView } from '@portico/protocol/conversations'
import { useTexts } from '../messages/language-context.tsx'
import { PresenceMark } from '../presence/presence-mark.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { useVisitorState } from '../conversations/use-visitor-state.ts'
import type { VisitorPresence } from '../conversations/visitor-presence.ts'

/** The mark on a visitor's picture, with its word for who cannot see it. */
export function VisitorMark({ presence, wroteAt }: { presence: VisitorPresence; wroteAt?: number | undefined }) {
  const { visitorPresence } = useTexts(conversationsTexts)
  const state = useVisitorState(presence, wroteAt)
  return (
    <>
      <PresenceMark state={state} spoken={false} />
      <span className="hidden">
        {state === 'out' ? visitorPresence.away : state === 'away' ? visitorPresence.idle : visitorPresence.here}
      </span>
    </>
  )
}

/** When the visitor has written last, as far as it is shown. */
export const wroteAtOf = ({ lines }: Pick<ConversationView, 'lines'>): number | undefined =>
  lines.findLast(({ author }) => author.kind === 'visitor')?.at
