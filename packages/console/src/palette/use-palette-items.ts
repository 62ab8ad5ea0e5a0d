import { useNavigate } from '@tanstack/react-router'
import { Hash, type LucideIcon, MessageCircle, Zap } from 'lucide-react'
import type { ActionName } from '../actions/actions.ts'
import { LETTERS } from '../actions/key-action.ts'
import { useActions } from '../actions/use-action.ts'
import { SCREENS } from '../app/screens.ts'
import { useInbox } from '../conversations/inbox-context.tsx'
import { visitorName } from '../conversations/visitor-name.ts'
import { useView } from '../live/use-view.ts'
import { useMessages } from '../messages/language-context.tsx'

export type PaletteItem = {
  id: string
  label: string
  hint: string | undefined
  key: string | undefined
  icon: LucideIcon
  run: () => void
}
export type PaletteGroup = { value: string; items: readonly PaletteItem[] }

/** What the palette offers: the screens and channels, what can be done here, the open conversations. */
export function usePaletteItems(): readonly PaletteGroup[] {
  const messages = useMessages()
  const { palette, screens, inbox: words, actions: names } = messages
  const navigate = useNavigate()
  const actions = useActions()
  const { inbox } = useInbox()
  const channels = useView<'settings'>('settings')?.channels ?? []
  const plain = { hint: undefined, key: undefined }
  const groups: PaletteGroup[] = [
    {
      value: palette.conversations,
      items: [
        ...inbox.requests.map((row) => ({ row, hint: words.requests })),
        ...inbox.mine.map((row) => ({ row, hint: words.mine })),
        ...inbox.team.map((row) => ({ row, hint: words.team })),
      ].map(({ row, hint }) => ({
        id: row.id,
        label: visitorName(row.visitor, messages),
        hint,
        key: undefined,
        icon: MessageCircle,
        run: () =>
          void navigate({
            to: '/inbox/$conversation',
            params: { conversation: row.id },
            state: { focus: 'composer', follow: true },
          }),
      })),
    },
    {
      value: palette.screens,
      items: [
        ...SCREENS.map(({ name, to, icon }) => ({
          id: name,
          label: screens[name],
          ...plain,
          icon,
          run: () => void navigate({ to }),
        })),
        ...channels.map(({ id, name }) => ({
          id,
          label: name,
          hint: screens.channels,
          key: undefined,
          icon: Hash,
          run: () => void navigate({ to: '/channels/$channel', params: { channel: id } }),
        })),
      ],
    },
    {
      value: palette.actions,
      items: actions
        .available()
        .filter((name) => name !== 'palette' && name !== 'escape')
        .map((name) => ({
          id: name,
          label: names[name],
          hint: undefined,
          key: keyOf(name),
          icon: Zap,
          run: () => void actions.run(name),
        })),
    },
  ]
  return groups.filter((group) => group.items.length > 0)
}

const keyOf = (action: ActionName): string | undefined =>
  Object.entries(LETTERS)
    .find(([, name]) => name === action)?.[0]
    .toUpperCase()
