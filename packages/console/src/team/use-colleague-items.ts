import { useNavigate } from '@tanstack/react-router'
import { User } from 'lucide-react'
import { useView } from '../live/use-view.ts'
import { useMessages } from '../messages/language-context.tsx'
import type { PaletteItem } from '../rooms/room.ts'

/** Those who work here, by name. */
export function useColleagueItems(): readonly PaletteItem[] {
  const { roles } = useMessages()
  const navigate = useNavigate()
  const colleagues = useView<'settings'>('settings')?.colleagues ?? []
  return colleagues.map(({ id, name, role }) => ({
    id,
    label: name,
    hint: roles[role],
    person: { id, name },
    key: undefined,
    icon: User,
    run: () => void navigate({ to: '/settings/team' }),
  }))
}
