import type { Invitation } from '@portico/protocol/colleagues'
import type { ConversationId } from '@portico/protocol/ids'
import { Link } from '@tanstack/react-router'
import { UserPlus } from 'lucide-react'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { isolated } from '../parts/isolated.ts'
import styles from './invitation-list.module.css'
import { colleaguesTexts } from './texts.ts'

type Props = { invitations: readonly Invitation[]; current: ConversationId | undefined; className: string | undefined }

/** Who asks me to come, and to whom: opened it can be read, and answered. */
export function InvitationList({ invitations, current, className }: Props) {
  const { invitation: words } = useTexts(colleaguesTexts)
  return (
    <ul className={styles['list']} aria-label={words.title}>
      {invitations.map((each) => (
        <li key={each.conversation}>
          <InvitationEntry invitation={each} current={each.conversation === current} className={className} />
        </li>
      ))}
    </ul>
  )
}

type EntryProps = { invitation: Invitation; current: boolean; className: string | undefined }

function InvitationEntry({ invitation: { conversation, by, visitor, at }, current, className }: EntryProps) {
  const { invitation: words } = useTexts(colleaguesTexts)
  const { conversation: known } = useTexts(conversationsTexts)
  const format = useFormat()
  const now = useNow()
  return (
    <Link to="/inbox/$conversation" params={{ conversation }} className={className} aria-current={current ? 'true' : undefined}>
      <Avatar id={by.id} name={by.name} />
      <b className="cut">
        <bdi>{by.name}</bdi>
      </b>
      <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
        {format.brief(at, now)}
      </time>
      <p className="cut">{words.invitesYou(isolated(visitorName(visitor, known)))}</p>
      <Icon of={UserPlus} size="s" />
    </Link>
  )
}
