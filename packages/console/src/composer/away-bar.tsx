import type { ConversationView } from '@portico/protocol/conversations'
import { UserX } from 'lucide-react'
import { conversationsTexts } from '../conversations/texts.ts'
import { useVisitorPresence } from '../conversations/visitor-presence-context.tsx'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { isolated } from '../parts/isolated.ts'
import styles from './away-bar.module.css'

/** The visitor has left the page: what is written now is read later, if at all. */
export function AwayBar({ view, name: said }: { view: ConversationView; name: string }) {
  const name = isolated(said)
  const { conversation } = useTexts(conversationsTexts)
  const format = useFormat()
  const presence = useVisitorPresence(view.id)
  if (presence?.state !== 'away' || view.phase.state === 'closed') return null
  return (
    <p className={styles['bar']} role="status">
      <Icon of={UserX} size="s" />
      <span>{presence.since === null ? conversation.away(name) : conversation.awaySince(name, format.time(presence.since))}</span>
    </p>
  )
}
