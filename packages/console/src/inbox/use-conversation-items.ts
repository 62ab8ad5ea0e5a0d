import type { ConversationRowView } from '@portico/protocol/conversations'
import { useNavigate } from '@tanstack/react-router'
import { MessageCircle } from 'lucide-react'
import { useInbox } from '../conversations/inbox-context.tsx'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import type { PaletteItem } from '../rooms/room.ts'
import { inboxTexts } from './texts.ts'
import { useFound } from './use-found.ts'

/** The open conversations, by the names and addresses of their visitors; and whichever the server finds by them, running or ended. */
export function useConversationItems(typed: string): readonly PaletteItem[] {
  const { conversation } = useTexts(conversationsTexts)
  const { inbox: words } = useTexts(inboxTexts)
  const navigate = useNavigate()
  const format = useFormat()
  const now = useNow()
  const { inbox } = useInbox()
  const open = [
    ...inbox.requests.map((row) => ({ row, hint: words.requests })),
    ...inbox.mine.map((row) => ({ row, hint: words.mine })),
    ...inbox.team.map((row) => ({ row, hint: words.team })),
  ]
  const isOpen = new Set(open.map(({ row }) => row.id))
  const hintOf = ({ phase }: ConversationRowView) =>
    phase.state === 'closed' ? `${words.closed}, ${format.brief(phase.at, now)}` : words.team
  const found = useFound(typed)
    .filter((row) => !isOpen.has(row.id))
    .map((row) => ({ row, hint: hintOf(row) }))
  return [...open, ...found].map(({ row, hint }) => ({
    hint,
    id: row.id,
    label: visitorName(row.visitor, conversation),
    address: row.visitor.email,
    person: { id: row.visitor.id, name: row.visitor.name },
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
