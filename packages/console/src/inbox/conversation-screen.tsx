import type { ConversationId } from '@portico/protocol/ids'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { MessageCircleOff } from 'lucide-react'
import { useAction } from '../actions/use-action.ts'
import { conversationsTexts } from '../conversations/texts.ts'
import { useConversation } from '../conversations/use-conversation.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { ContextPane } from '../panel/context-pane.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { classes } from '../parts/classes.ts'
import { Empty } from '../parts/empty.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { ConversationPane } from './conversation-pane.tsx'
import styles from './conversation-screen.module.css'

const ROUTE = '/in/inbox/$conversation'

/** A conversation and, beside it or instead of it where there is no room, what is known of the visitor. */
export function ConversationScreen() {
  const id = useParams({ from: ROUTE }).conversation as ConversationId // of the address; the server judges it
  const { about = false } = useSearch({ from: ROUTE })
  return <Conversation key={id} id={id} about={about} />
}

function Conversation({ id, about }: { id: ConversationId; about: boolean }) {
  const messages = useMessages()
  const { conversation } = useTexts(conversationsTexts)
  const navigate = useNavigate()
  const watched = useConversation(id)
  useAction('escape', () => {
    const back = about ? { to: '/inbox/$conversation', params: { conversation: id } } : { to: '/inbox' }
    void navigate(back as { to: '/inbox' }) // both are routes of ours; Link's generics do not unite them
  })
  switch (watched.state) {
    case 'waiting':
      return (
        <section className={classes(styles['pane'], styles['waiting'])} aria-label={messages.shell.loading}>
          <Skeleton rows={4} />
        </section>
      )
    case 'gone': {
      const { title, text, action } = conversation.gone
      return (
        <section className={classes(styles['pane'], styles['gone'])} aria-label={title}>
          <Empty icon={MessageCircleOff} title={title} text={text} failure>
            <ButtonLink to="/inbox">{action}</ButtonLink>
          </Empty>
        </section>
      )
    }
    case 'here': {
      const name = visitorName(watched.view.visitor, conversation)
      return (
        <div className={classes(styles['screen'], about && styles['about'])}>
          <ConversationPane key={id} view={watched.view} name={name} />
          <ContextPane view={watched.view} name={name} />
        </div>
      )
    }
  }
}
