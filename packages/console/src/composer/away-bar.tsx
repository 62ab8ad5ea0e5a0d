import type { ConversationView } from '@portico/protocol/conversations'
import { UserX } from 'lucide-react'
import { useVisitorAway } from '../conversations/away-visitors-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { isolated } from '../parts/isolated.ts'
import styles from './away-bar.module.css'

/** The visitor has left the page: what is written now is read later, if at all. */
export function AwayBar({ view, name: said }: { view: ConversationView; name: string }) {
  const name = isolated(said)
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const away = useVisitorAway(view.id)
  if (!away || view.phase.state === 'closed') return null
  return (
    <p className={styles['bar']} role="status">
      <Icon of={UserX} size="s" />
      <span>{away.since === null ? conversation.away(name) : conversation.awaySince(name, format.time(away.since))}</span>
    </p>
  )
}
