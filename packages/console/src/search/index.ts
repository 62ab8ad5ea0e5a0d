import type { Room } from '../rooms/room.ts'

export const search: Room = {
  palette: [{ group: 'said', load: async () => (await import('./use-said-items.ts')).useSaidItems }],
}
