import type { ConversationView } from '@portico/protocol/conversations'
import { useMyId } from '../auth/me-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { classes } from '../parts/classes.ts'
import { isolated } from '../parts/isolated.ts'
import styles from './turn.module.css'
import { useFleeting } from './use-fleeting.ts'

/** Who types; and, where the channel shows it, what the visitor has not sent yet. */
export function TypingLine({ view }: { view: ConversationView }) {
  const { conversation } = useTexts(conversationsTexts)
  const me = useMyId()
  const { typing, draft } = useFleeting(view.id, view.lines.length)
  const name = isolated(visitorName(view.visitor, conversation))
  if (draft !== '')
    return (
      <div className={styles['turn']}>
        <Avatar id={view.visitor.id} name={view.visitor.name} />
        <p className={styles['who']}>
          <bdi className="cut">{conversation.draft(name)}</bdi>
          <span className="faint">{conversation.draftHint}</span>
        </p>
        <div className={classes(styles['bubble'], styles['draft'])} dir="auto">
          {draft}
        </div>
      </div>
    )
  if (!typing) return null
  if (typing.who.kind === 'operator') {
    if (typing.who.id === me) return null
    return (
      <p className={styles['typing']}>
        <Avatar id={typing.who.id} name={typing.who.name} size="s" />
        {typing.box === 'note' ? conversation.typingNote(typing.who.name) : conversation.typing(typing.who.name)}
      </p>
    )
  }
  return (
    <div className={styles['turn']}>
      <Avatar id={view.visitor.id} name={view.visitor.name} />
      <p className="hidden">{conversation.typing(name)}</p>
      <div className={styles['dots']} title={conversation.typing(name)}>
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}
