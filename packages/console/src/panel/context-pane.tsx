import type { ConversationView } from '@portico/protocol/conversations'
import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { conversationsTexts } from '../conversations/texts.ts'
import { useTexts } from '../messages/language-context.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Drawn } from '../rooms/drawn.tsx'
import { useRooms } from '../rooms/use-rooms.ts'
import styles from './context-pane.module.css'
import { panelTexts } from './texts.ts'

/** What is known of the visitor and of the conversation: a block of each room that knows something. */
export function ContextPane({ view, name }: { view: ConversationView; name: string }) {
  const { context } = useTexts(panelTexts)
  const { conversation } = useTexts(conversationsTexts)
  const blocks = useRooms().flatMap((room) => room.contextBlocks ?? [])
  return (
    <section className={styles['context']} aria-label={context.label(name)}>
      <header className={styles['head']}>
        <Link
          to="/inbox/$conversation"
          params={{ conversation: view.id }}
          className={buttonClass({ look: 'icon' }, styles['back'])}
          aria-label={conversation.backToIt}
        >
          <Icon of={ChevronLeft} />
        </Link>
        <h2>{context.visitor}</h2>
      </header>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={context.label(name)}>
        {blocks.map((block, index) => (
          <Drawn key={index} of={block} with={{ view }} />
        ))}
      </div>
    </section>
  )
}
