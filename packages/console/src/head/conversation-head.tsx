import type { ConversationView } from '@portico/protocol/conversations'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, Info } from 'lucide-react'
import { useChannelName } from '../conversations/inbox-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { useVisitorPresence } from '../conversations/visitor-presence-context.tsx'
import { VisitorMark, wroteAtOf } from './visitor-mark.tsx'
import { VisitorWhere } from '../conversations/visitor-where.tsx'
import { StatusMenu } from '../help/status-menu.tsx'
import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './conversation-head.module.css'
import { ConversationMenu } from './conversation-menu.tsx'

type Props = { view: ConversationView; name: string; close: (() => void) | undefined }

/** Who it is with, how it stands, where the visitor is. */
export function ConversationHead({ view, name, close }: Props) {
  const { conversation } = useTexts(conversationsTexts)
  const channel = useChannelName(view.channel)
  const presence = useVisitorPresence(view.id)
  return (
    <header className={styles['head']}>
      <Link to="/inbox" className={buttonClass({ look: 'icon' }, styles['back'])} aria-label={conversation.back}>
        <Icon of={ChevronLeft} />
      </Link>
      <Avatar id={view.visitor.id} name={view.visitor.name} size="l">
        {presence && <VisitorMark presence={presence} wroteAt={wroteAtOf(view)} />}
      </Avatar>
      <div className={styles['who']}>
        <h2 className="cut">
          <bdi>{name}</bdi>
        </h2>
        <p className="cut">
          <State view={view} />
          {presence && (
            <>
              {' · '}
              <VisitorWhere presence={presence} wroteAt={wroteAtOf(view)} />
            </>
          )}
          {' · '}
          <bdi>{channel}</bdi>
        </p>
      </div>
      <StatusMenu view={view} />
      <Link
        to="/inbox/$conversation"
        params={{ conversation: view.id }}
        search={{ about: true }}
        className={buttonClass({ look: 'icon' }, styles['info'])}
        aria-label={conversation.about}
      >
        <Icon of={Info} />
      </Link>
      <ConversationMenu view={view} />
      {close && (
        <Button onClick={close} className={styles['close']} aria-keyshortcuts="e">
          {conversation.close}
        </Button>
      )}
    </header>
  )
}

/** Of the conversation: where its visitor is, is another matter. */
function State({ view: { phase } }: { view: ConversationView }) {
  const { conversation } = useTexts(conversationsTexts)
  switch (phase.state) {
    case 'requested':
      return <WaitingState since={phase.at} />
    case 'active':
      return conversation.active
    case 'closed':
      return conversation.ended
  }
}

function WaitingState({ since }: { since: number }) {
  const { conversation } = useTexts(conversationsTexts)
  return conversation.waiting(duration(useNow() - since))
}
