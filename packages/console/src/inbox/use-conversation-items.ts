import { useNavigate } from '@tanstack/react-router'
import { MessageCircle } from 'lucide-react'
import { useInbox } from '../conversations/inbox-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useTexts } from '../messages/language-context.tsx'
import type { PaletteItem } from '../rooms/room.ts'
import { inboxTexts } from './texts.ts'

/** The open conversations, by the names of their visitors. */
export function useConversationItems(): readonly PaletteItem[] {
  const { conversation } = useTexts(conversationsTexts)
  const { inbox: words } = useTexts(inboxTexts)
  const navigate = useNavigate()
  const { inbox } = useInbox()
  return [
    ...inbox.requests.map((row) => ({ row, hint: words.requests })),
    ...inbox.mine.map((row) => ({ row, hint: words.mine })),
    ...inbox.team.map((row) => ({ row, hint: words.team })),
  ].map(({ row, hint }) => ({
    id: row.id,
    label: visitorName(row.visitor, conversation),
    hint,
    key: undefined,
    icon: MessageCircle,
    run: () =>
      void navigate({
        to: '/inbox/$conversation',
        params: { conversation: row.id },
        state: { focus: 'composer', follow: true },
      }),
  }))
}
