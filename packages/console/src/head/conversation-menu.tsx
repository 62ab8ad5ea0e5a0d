import { Menu } from '@base-ui/react/menu'
import type { ConversationView } from '@portico/protocol/conversations'
import { Ellipsis } from 'lucide-react'
import { conversationsTexts } from '../conversations/texts.ts'
import { useTexts } from '../messages/language-context.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from '../parts/menu.module.css'
import { Drawn } from '../rooms/drawn.tsx'
import { useRooms } from '../rooms/use-rooms.ts'

/** What can be done with a conversation beside writing; each room brings its own entries. */
export function ConversationMenu({ view }: { view: ConversationView }) {
  const { conversation } = useTexts(conversationsTexts)
  const entries = useRooms().flatMap((room) => room.conversationMenu ?? [])
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonClass({ look: 'icon' })} aria-label={conversation.more}>
        <Icon of={Ellipsis} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={4}>
          <Menu.Popup className={styles['menu']}>
            {entries.map((entry, index) => (
              <Drawn key={index} of={entry} with={{ view }} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
