import { Star, Tag } from 'lucide-react'
import type { Room } from '../rooms/room.ts'
import { labelsTexts } from './texts.ts'

export const labels: Room = {
  texts: [labelsTexts],
  settings: [
    {
      group: 'answering',
      path: 'tags',
      name: { en: 'Tags', fr: 'Étiquettes' },
      icon: Tag,
      load: async () => (await import('./tags-screen.tsx')).TagsScreen,
      state: async () => (await import('./label-states.tsx')).TagsState,
    },
    {
      group: 'people',
      path: 'expertise',
      name: { en: 'Expertise and languages', fr: 'Compétences et langues' },
      icon: Star,
      load: async () => (await import('./expertise-screen.tsx')).ExpertiseScreen,
      state: async () => (await import('./label-states.tsx')).ExpertiseState,
    },
  ],
}
