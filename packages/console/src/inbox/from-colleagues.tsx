import type { ConversationId } from '@portico/protocol/ids'
import { useMyId } from '../auth/me-context.tsx'
import { InvitationList } from '../colleagues/invitation-list.tsx'
import { colleaguesTexts } from '../colleagues/texts.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import entry from './conversation-entry.module.css'
import { ListGroup } from './list-group.tsx'

/** What colleagues ask of me; nothing where nobody asks. */
export function FromColleagues({ current }: { current: ConversationId | undefined }) {
  const { invitation } = useTexts(colleaguesTexts)
  const invitations = useView<'operator'>(`operator:${useMyId()}`)?.invitations ?? []
  if (invitations.length === 0) return null
  return (
    <ListGroup name="colleagues" title={invitation.title} count={invitations.length}>
      <InvitationList invitations={invitations} current={current} className={entry['entry']} />
    </ListGroup>
  )
}
