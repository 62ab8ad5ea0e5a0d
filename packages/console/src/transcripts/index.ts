import type { Room } from '../rooms/room.ts'

export const transcripts: Room = {
  conversationMenu: [async () => (await import('./download-entry.tsx')).DownloadEntry],
}
