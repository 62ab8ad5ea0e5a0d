import type { ConversationView } from '@portico/protocol/conversations'
import { Link } from '@tanstack/react-router'
import { ChevronLeft, Info } from 'lucide-react'
import { useVisitorAway } from '../conversations/away-visitors-context.tsx'
import { useChannelName } from '../conversations/inbox-context.tsx'
import { pagePath } from '../conversations/page-path.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { useNow } from '../live/use-now.ts'
import { duration } from '../messages/duration.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { PresenceMark } from '../presence/presence-mark.tsx'
import styles from './conversation-head.module.css'
import { ConversationMenu } from './conversation-menu.tsx'

type Props = { view: ConversationView; name: string; close: (() => void) | undefined }

/** Who it is with, how it stands, where the visitor is. */
export function ConversationHead({ view, name, close }: Props) {
  const { conversation } = useTexts(conversationsTexts)
  const channel = useChannelName(view.channel)
  const away = useVisitorAway(view.id)
  return (
    <header className={styles['head']}>
      <Link to="/inbox" className={buttonClass({ look: 'icon' }, styles['back'])} aria-label={conversation.back}>
        <Icon of={ChevronLeft} />
      </Link>
      <Avatar id={view.visitor.id} name={view.visitor.name} size="l">
        {view.phase.state === 'active' && <PresenceMark state={away ? 'out' : 'active'} spoken={false} />}
      </Avatar>
      <div className={styles['who']}>
        <h2 className="cut">
          <bdi>{name}</bdi>
        </h2>
        <p className="cut">
          <State view={view} away={away !== undefined} />
          {view.page && (
            <>
              {', '}
              <bdi>{conversation.onPage(pagePath(view.page.url))}</bdi>
            </>
          )}
          {' · '}
          <bdi>{channel}</bdi>
        </p>
      </div>
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

function State({ view: { phase }, away }: { view: ConversationView; away: boolean }) {
  const { conversation } = useTexts(conversationsTexts)
  switch (phase.state) {
    case 'requested':
      return <WaitingState since={phase.at} />
    case 'active':
      return away ? conversation.notConnected : conversation.active
    case 'closed':
      return conversation.ended
  }
}

function WaitingState({ since }: { since: number }) {
  const { conversation } = useTexts(conversationsTexts)
  return conversation.waiting(duration(useNow() - since))
}
