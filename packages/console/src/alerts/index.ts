import { Bell } from 'lucide-react'
import type { Room } from '../rooms/room.ts'
import { alertsTexts } from './texts.ts'

export const alerts: Room = {
  texts: [alertsTexts],
  settings: [
    {
      group: 'you',
      path: 'notifications',
      name: { en: 'Notifications and sound', fr: 'Notifications et son' },
      icon: Bell,
      load: async () => (await import('./notifications-screen.tsx')).NotificationsScreen,
      state: async () => (await import('./notifications-state.tsx')).NotificationsState,
    },
  ],
}
