import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { SETTING_GROUPS, type Setting } from '../rooms/room.ts'
import { useRooms } from '../rooms/use-rooms.ts'

type Group = { group: Setting['group']; settings: readonly Setting[] }

/** The settings that I may see, by group; a group appears when something is in it. */
export function useContents(): readonly Group[] {
  const me = useMe()
  const may = useMay()
  const rooms = useRooms()
  const settings = rooms
    .flatMap((room) => room.settings ?? [])
    .filter(({ allowed }) => allowed === undefined || (me !== undefined && allowed(me, may)))
  return SETTING_GROUPS.map((group) => ({ group, settings: settings.filter((setting) => setting.group === group) })).filter(
    (each) => each.settings.length > 0,
  )
}
