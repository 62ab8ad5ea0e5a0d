import type { ConversationRowView } from '@portico/protocol/conversations'
import { Link } from '@tanstack/react-router'
import { conversationsTexts } from '../conversations/texts.ts'
import { useAccept } from '../conversations/use-accept.ts'
import { useMayAccept } from '../conversations/use-may-accept.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button } from '../parts/button.tsx'
import { classes } from '../parts/classes.ts'
import { KeyCap } from '../parts/key-cap.tsx'
import { CardFacts } from './card-facts.tsx'
import styles from './request-card.module.css'
import { inboxTexts } from './texts.ts'
import { Waiting } from './waiting.tsx'

type Props = { row: ConversationRowView; current: boolean; preview: () => void }

/** Who waits, where, since when and with which words. The current one is what the keys A and P mean, and alone has buttons. */
export function RequestCard({ row, current, preview }: Props) {
  const { conversation } = useTexts(conversationsTexts)
  const { inbox } = useTexts(inboxTexts)
  const accept = useAccept()
  const mayAccept = useMayAccept()(row.channel)
  const name = visitorName(row.visitor, conversation)
  return (
    <article className={classes(styles['card'], current && styles['current'])}>
      <div className={styles['top']}>
        <Avatar id={row.visitor.id} name={row.visitor.name} size="s" />
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
      {current && (
        <div className={styles['actions']}>
          <Button small onClick={preview} aria-keyshortcuts="p">
            {inbox.preview}
            <span className="hidden"> {name}</span>
          </Button>
          <Button
            small
            look="main"
            disabled={!mayAccept}
            title={mayAccept ? undefined : conversation.mayNotAccept}
            onClick={() => accept(row)}
            aria-keyshortcuts="a"
          >
            {inbox.accept}
            <span className="hidden"> {name}</span>
            <KeyCap name="A" />
          </Button>
        </div>
      )}
    </article>
  )
}
