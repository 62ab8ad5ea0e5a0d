import { ServerCog } from 'lucide-react'
import type { Room } from '../rooms/room.ts'
import { systemTexts } from './texts.ts'

export const system: Room = {
  texts: [systemTexts],
  settings: [
    {
      group: 'data',
      path: 'system',
      name: { en: 'System', fr: 'Système' },
      icon: ServerCog,
      allowed: (_me, may) => may('jobs'),
      load: async () => (await import('./system-screen.tsx')).SystemScreen,
      state: async () => (await import('./system-state.tsx')).SystemState,
    },
  ],
}
