import type { ConversationView } from '@portico/protocol/conversations'
import { Eye } from 'lucide-react'
import { useMyId } from '../auth/me-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { useLookers } from '../conversations/use-lookers.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './looking-strip.module.css'

/** Colleagues who have this conversation before them at the moment; the visitor does not see them. */
export function LookingStrip({ view }: { view: ConversationView }) {
  const { conversation } = useTexts(conversationsTexts)
  const me = useMyId()
  const others = useLookers(view.id).filter(({ id }) => id !== me)
  return (
    <div role="status">
      {others.length > 0 && (
        <ul className={styles['strip']}>
          {others.map(({ id, name }) => (
            <li key={id}>
              <Avatar id={id} name={name} size="s" />
              <Icon of={Eye} size="xs" />
              <span className="cut">{conversation.looks(name)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
