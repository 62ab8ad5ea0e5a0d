import type { Room } from '../rooms/room.ts'
import { monitoringTexts } from './texts.ts'

export const monitoring: Room = {
  texts: [monitoringTexts],
  conversationMenu: [async () => (await import('./monitoring-entries.tsx')).MonitoringEntries],
}
