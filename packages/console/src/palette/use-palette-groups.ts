import { useNavigate } from '@tanstack/react-router'
import { Zap } from 'lucide-react'
import { useActions } from '../actions/use-action.ts'
import { useLetters } from '../actions/use-letters.ts'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { type PaletteGroup, type PaletteItem, SETTINGS_PATH, type UsePaletteItems } from '../rooms/room.ts'
import { useActionName } from '../rooms/use-action-name.ts'
import { useNaming, useRooms } from '../rooms/use-rooms.ts'
import { matching } from './matching.ts'
import { paletteTexts } from './texts.ts'

export type LoadedSource = { group: PaletteGroup; useItems: UsePaletteItems }
type Group = { value: string; items: readonly PaletteItem[] }

const GROUPS = ['conversations', 'said', 'people', 'screens', 'actions'] as const
/** These lead to and away from the palette itself. */
const OWN_ACTIONS = ['palette', 'escape']

/** What the palette offers: what the rooms name at the moment, every place and setting, what can be done here. */
export function usePaletteGroups(sources: readonly LoadedSource[], typed: string): readonly Group[] {
  const { palette } = useTexts(paletteTexts)
  const items: Record<PaletteGroup, PaletteItem[]> = {
    conversations: [],
    said: [],
    people: [],
    screens: useAddresses(),
    actions: useActionItems(),
  }
  // The same sources in the same order as long as the palette is open: they were loaded before it.
  for (const { group, useItems } of sources) items[group].push(...useItems(typed))
  return GROUPS.map((group) => ({ value: palette[group], items: matching(items[group], typed) })).filter(
    (group) => group.items.length > 0,
  )
}

function useAddresses(): PaletteItem[] {
  const { shell } = useMessages()
  const naming = useNaming()
  const navigate = useNavigate()
  const rooms = useRooms()
  const me = useMe()
  const may = useMay()
  const places = rooms
    .flatMap((room) => room.places ?? [])
    .map(({ to, name, icon }) => ({ to, label: naming(name), hint: undefined, icon }))
  const settings = rooms
    .flatMap((room) => room.settings ?? [])
    .filter(({ allowed }) => allowed === undefined || (me !== undefined && allowed(me, may)))
    .map(({ path, name, icon }) => ({ to: `${SETTINGS_PATH}/${path}`, label: naming(name), hint: shell.settings, icon }))
  return [...places, ...settings].map(({ to, ...item }) => ({
    ...item,
    id: to,
    key: undefined,
    run: () => void navigate({ to }),
  }))
}

function useActionItems(): PaletteItem[] {
  const actions = useActions()
  const called = useActionName()
  const letters = [...useLetters()]
  return actions
    .available()
    .filter((action) => !OWN_ACTIONS.includes(action))
    .map((action) => ({
      id: action,
      label: called(action),
      hint: undefined,
      key: letters.find(([, asked]) => asked === action)?.[0].toUpperCase(),
      icon: Zap,
      run: () => void actions.run(action),
    }))
}
