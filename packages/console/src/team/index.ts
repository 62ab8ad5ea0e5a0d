import { Users } from 'lucide-react'
import { labelsTexts } from '../labels/texts.ts'
import { presenceTexts } from '../presence/texts.ts'
import type { Room } from '../rooms/room.ts'
import { teamTexts } from './texts.ts'

export const team: Room = {
  texts: [teamTexts, presenceTexts, labelsTexts],
  settings: [
    {
      group: 'people',
      path: 'team',
      name: { en: 'Team', fr: 'Équipe' },
      icon: Users,
      load: async () => (await import('./team-screen.tsx')).TeamScreen,
      state: async () => (await import('./team-state.tsx')).TeamState,
    },
  ],
  palette: [{ group: 'people', load: async () => (await import('./use-colleague-items.ts')).useColleagueItems }],
  moved: [{ from: '/team', to: '/settings/team' }],
}
