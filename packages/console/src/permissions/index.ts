import { ShieldCheck, UsersRound } from 'lucide-react'
import type { Room } from '../rooms/room.ts'
import { permissionsTexts } from './texts.ts'

export const permissions: Room = {
  texts: [permissionsTexts],
  channelSections: [
    {
      key: 'levels',
      name: { en: 'Who may do what', fr: 'Qui peut quoi' },
      load: async () => (await import('./levels-section.tsx')).LevelsSection,
    },
  ],
  settings: [
    {
      group: 'people',
      path: 'permissions',
      name: { en: 'Roles and permissions', fr: 'Rôles et droits' },
      icon: ShieldCheck,
      search: ({ by }) => (by === 'channel' ? { by } : {}),
      load: async () => (await import('./permissions-screen.tsx')).PermissionsScreen,
      state: async () => (await import('./permissions-state.tsx')).PermissionsState,
    },
    {
      group: 'people',
      path: 'teams',
      name: { en: 'Teams', fr: 'Équipes' },
      icon: UsersRound,
      load: async () => (await import('./teams-screen.tsx')).TeamsScreen,
      state: async () => (await import('./teams-state.tsx')).TeamsState,
    },
  ],
}
