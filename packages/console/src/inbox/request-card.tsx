import type { ConversationRowView } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useMyId } from '../auth/me-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { useAccept } from '../conversations/use-accept.ts'
import { useMayAccept } from '../conversations/use-may-accept.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button } from '../parts/button.tsx'
import { classes } from '../parts/classes.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { CardFacts } from './card-facts.tsx'
import { OfferLine } from './offer-line.tsx'
import type { Pick } from './picking.ts'
import styles from './request-card.module.css'
import { inboxTexts } from './texts.ts'
import { Waiting } from './waiting.tsx'

type Props = {
  row: ConversationRowView
  current: boolean
  preview: (conversation: ConversationId) => void
  pick: Pick | undefined
}

/** Who waits, where, since when and with which words. The current one is what the keys A and P mean, and alone has buttons. */
export const RequestCard = memo(({ row, current, preview, pick }: Props) => {
  const { conversation } = useTexts(conversationsTexts)
  const { inbox } = useTexts(inboxTexts)
  const accept = useAccept()
  const mayAccept = useMayAccept()(row.channel)
  const command = useCommand()
  const isMine = row.offer?.operator === useMyId()
  const name = visitorName(row.visitor, conversation)
  return (
    <article className={classes(styles['card'], current && styles['current'])}>
      <div className={styles['top']}>
        {pick ? (
          <input
            type="checkbox"
            className={styles['pick']}
            checked={pick.picked}
            onChange={pick.toggle}
            aria-label={inbox.pick(name)}
          />
        ) : (
          <Avatar id={row.visitor.id} name={row.visitor.name} size="s" />
        )}
        <Link
          to="/inbox/$conversation"
          params={{ conversation: row.id }}
          className="cut"
          aria-current={current ? 'true' : undefined}
        >
          <bdi>{name}</bdi>
        </Link>
        <Waiting since={row.phase.at} />
      </div>
      <CardFacts row={row} />
      <p className={styles['words']} dir="auto">
        {row.summary.excerpt}
      </p>
      <OfferLine row={row} />
      {(current || isMine) && !pick && (
        <div className={styles['actions']}>
          {isMine && (
            <Button small onClick={() => void command({ type: 'conversation.decline', conversation: row.id })}>
              {inbox.decline}
              <span className="hidden"> {name}</span>
            </Button>
          )}
          <Button small onClick={() => preview(row.id)} aria-keyshortcuts={current ? 'p' : undefined}>
            {inbox.preview}
            <span className="hidden"> {name}</span>
          </Button>
          <Button
            small
            look="main"
            disabled={!mayAccept}
            title={mayAccept ? undefined : conversation.mayNotAccept}
            onClick={() => accept(row)}
            aria-keyshortcuts={current ? 'a' : undefined}
          >
            {inbox.accept}
            <span className="hidden"> {name}</span>
            {current && <KeyCap name="A" />}
          </Button>
        </div>
      )}
    </article>
  )
})
