import { Settings2 } from 'lucide-react'
import { type Room, SETTINGS_PATH } from '../rooms/room.ts'
import { settingsTexts } from './texts.ts'

export const settings: Room = {
  texts: [settingsTexts],
  // The pages of the settings that all rooms declare stand inside of it.
  screens: [
    {
      path: SETTINGS_PATH,
      load: async () => (await import('./settings-frame.tsx')).SettingsFrame,
      children: [{ path: '/', load: async () => (await import('./settings-screen.tsx')).SettingsScreen }],
    },
  ],
  places: [{ to: SETTINGS_PATH, name: { en: 'Settings', fr: 'Réglages' }, icon: Settings2, group: 'foot' }],
}
