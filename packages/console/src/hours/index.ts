import { Clock } from 'lucide-react'
import type { Room } from '../rooms/room.ts'
import { hoursTexts } from './texts.ts'

const name = { en: 'Hours', fr: 'Horaires' }

export const hours: Room = {
  texts: [hoursTexts],
  settings: [
    {
      group: 'answering',
      path: 'hours',
      name,
      icon: Clock,
      load: async () => (await import('./hours-screen.tsx')).HoursScreen,
      state: async () => (await import('./hours-state.tsx')).HoursState,
    },
  ],
  screens: [{ path: '/settings/hours/$hours', load: async () => (await import('./one-hours-screen.tsx')).OneHoursScreen }],
  channelSections: [{ key: 'hours', name, load: async () => (await import('./hours-section.tsx')).HoursSection }],
}
