import type { Room } from '../rooms/room.ts'

export const head: Room = {
  conversationMenu: [
    async () => (await import('./menu-entries.tsx')).NoteEntry,
    async () => (await import('./menu-entries.tsx')).CloseEntry,
    async () => (await import('./menu-entries.tsx')).ReopenEntry,
    async () => (await import('./menu-entries.tsx')).WindowEntry,
  ],
  keys: [
    {
      action: 'close',
      letter: 'e',
      word: { en: 'close', fr: 'terminer' },
      name: { en: 'End the conversation', fr: 'Terminer la conversation' },
    },
    {
      action: 'reopen',
      word: { en: 'reopen', fr: 'rouvrir' },
      name: { en: 'Reopen the conversation', fr: 'Rouvrir la conversation' },
    },
    {
      action: 'window',
      word: { en: 'window', fr: 'fenêtre' },
      name: { en: 'Open in a window of its own', fr: 'Ouvrir dans sa propre fenêtre' },
    },
  ],
}
