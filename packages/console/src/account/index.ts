import { KeyRound, Monitor, UserRound } from 'lucide-react'
import { authTexts } from '../auth/texts.ts'
import { labelsTexts } from '../labels/texts.ts'
import type { Room } from '../rooms/room.ts'
import { accountTexts } from './texts.ts'

export const account: Room = {
  texts: [accountTexts, authTexts, labelsTexts],
  settings: [
    {
      group: 'you',
      path: 'profile',
      name: { en: 'Profile', fr: 'Profil' },
      icon: UserRound,
      load: async () => (await import('./profile-screen.tsx')).ProfileScreen,
      state: async () => (await import('./settings-states.tsx')).ProfileState,
    },
    {
      group: 'you',
      path: 'sign-in',
      name: { en: 'Password and second factor', fr: 'Mot de passe et second facteur' },
      icon: KeyRound,
      load: async () => (await import('./sign-in-settings-screen.tsx')).SignInSettingsScreen,
      state: async () => (await import('./settings-states.tsx')).SignInState,
    },
    {
      group: 'you',
      path: 'device',
      name: { en: 'This device and sessions', fr: 'Cet appareil et sessions' },
      icon: Monitor,
      load: async () => (await import('./device-screen.tsx')).DeviceScreen,
      state: async () => (await import('./settings-states.tsx')).DeviceState,
    },
  ],
  keys: [{ action: 'theme', name: { en: 'Switch between light and dark', fr: 'Passer du clair au sombre' } }],
}
