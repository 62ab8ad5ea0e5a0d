import type { FoundConversations } from '@portico/protocol/search'
import { SEARCH_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { MessageCircle, StickyNote } from 'lucide-react'
import { conversationsTexts } from '../conversations/texts.ts'
import { visitorName } from '../conversations/visitor-name.ts'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { useStill } from '../parts/use-still.ts'
import { request } from '../requests/request.ts'
import type { PaletteItem } from '../rooms/room.ts'

/** Fewer letters stand in almost everything; one character of some scripts is a word. */
const ASKED_FROM = 3
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** More would hide what else is found. */
const SHOWN_MAX = 8
const NOTHING: FoundConversations['found'] = []

/** Conversations in which all of the words have been said, the newest first. */
export function useSaidItems(typed: string): readonly PaletteItem[] {
  const { conversation } = useTexts(conversationsTexts)
  const navigate = useNavigate()
  const format = useFormat()
  const now = useNow()
  return useSaid(typed).map(({ row, said }) => ({
    id: `said ${row.id}`,
    label: visitorName(row.visitor, conversation),
    hint: format.brief(said?.at ?? row.openedAt, now),
    person: { id: row.visitor.id, name: row.visitor.name },
    key: undefined,
    icon: said?.kind === 'note' ? StickyNote : MessageCircle,
    isFound: true,
    ...(said && { said }),
    run: () =>
      void navigate({
        to: '/inbox/$conversation',
        params: { conversation: row.id },
        state: { focus: 'composer', follow: true },
      }),
  }))
}

function useSaid(typed: string): FoundConversations['found'] {
  // The last word is still being typed as long as nothing stands behind it.
  const words = useStill(Array.from(typed.trimStart()).slice(0, SEARCH_CODE_POINTS_MAX).join(''))
  const asks = words.trim().length >= ASKED_FROM || UNSPACED.test(words)
  const { data } = useQuery({
    queryKey: ['said', words],
    queryFn: () => request<FoundConversations>('/api/search/conversations', { method: 'POST', body: { words } }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    enabled: asks,
  })
  return asks && typed.trim() !== '' ? (data?.found ?? NOTHING).filter(({ said }) => said).slice(0, SHOWN_MAX) : NOTHING
}
