import type { Author, VisitorCard } from '@portico/protocol/conversations'
import { Check, CheckCheck } from 'lucide-react'
import { conversationsTexts, type ConversationTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import { Bubble } from './bubble.tsx'
import type { LogItem } from './log-items.ts'
import { SendingMark } from './sending-mark.tsx'
import styles from './turn.module.css'

type TurnItem = Extract<LogItem, { kind: 'turn' }>

/** What one person said within a few minutes: the visitor to the left, we to the right, colleagues in another look than mine. */
export function Turn({ turn, visitor }: { turn: TurnItem; visitor: VisitorCard }) {
  const { conversation } = useTexts(conversationsTexts)
  const { author } = turn
  const ours = author.kind !== 'visitor'
  const colleague = author.kind === 'operator' && !turn.own
  const name = authorName(turn, visitor, conversation)
  const waits = turn.bubbles.filter((bubble) => bubble.sending && bubble.sending.state !== 'sent')
  return (
    <div className={classes(styles['turn'], ours && styles['ours'], colleague && styles['colleague'])}>
      {!ours && <Avatar id={visitor.id} name={visitor.name} />}
      <p className={turn.own ? 'hidden' : styles['who']}>
        {colleague && <Avatar id={author.id} name={author.name} size="s" />}
        <bdi className="cut">{name}</bdi>
        {!turn.own && <At at={turn.at} />}
      </p>
      {turn.bubbles.map((bubble) => (
        <Bubble key={bubble.key} text={bubble.text} sending={bubble.sending} />
      ))}
      {waits.map((bubble) => bubble.sending && <SendingMark key={bubble.key} sending={bubble.sending} />)}
      {turn.own && waits.length < turn.bubbles.length && (
        <p className={styles['meta']}>
          <At at={turn.at} />
          <DeliveryMark mark={turn.mark} />
        </p>
      )}
    </div>
  )
}

function At({ at }: { at: number }) {
  const format = useFormat()
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {format.time(at)}
    </time>
  )
}

function authorName(
  { author, own }: { author: Author; own: boolean },
  visitor: VisitorCard,
  conversation: ConversationTexts,
): string {
  switch (author.kind) {
    case 'visitor':
      return visitorName(visitor, conversation)
    case 'operator':
      return own ? conversation.you : author.name
    case 'system':
      return conversation.automatic
  }
}

/** How far the own words have come: a word and an icon. */
function DeliveryMark({ mark }: { mark: 'seen' | 'sent' | 'none' }) {
  const { conversation } = useTexts(conversationsTexts)
  switch (mark) {
    case 'seen':
      return (
        <>
          {conversation.seen}
          <Icon of={CheckCheck} size="xs" />
        </>
      )
    case 'sent':
      return (
        <>
          {conversation.sent}
          <Icon of={Check} size="xs" />
        </>
      )
    case 'none':
      return null
  }
}
