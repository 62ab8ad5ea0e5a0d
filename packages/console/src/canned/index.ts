import { MessageSquareText } from 'lucide-react'
import { labelsTexts } from '../labels/texts.ts'
import type { Room } from '../rooms/room.ts'
import { cannedTexts } from './texts.ts'

export const canned: Room = {
  texts: [cannedTexts, labelsTexts],
  settings: [
    {
      group: 'answering',
      path: 'canned',
      name: { en: 'Canned responses', fr: 'Réponses types' },
      icon: MessageSquareText,
      load: async () => (await import('./canned-screen.tsx')).CannedScreen,
      state: async () => (await import('./canned-state.tsx')).CannedState,
    },
  ],
  screens: [{ path: '/settings/canned/$canned', load: async () => (await import('./one-canned-screen.tsx')).OneCannedScreen }],
}
