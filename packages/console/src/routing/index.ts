import { channelsTexts } from '../channels/texts.ts'
import { labelsTexts } from '../labels/texts.ts'
import type { Room } from '../rooms/room.ts'
import { routingTexts } from './texts.ts'

export const routing: Room = {
  texts: [routingTexts, channelsTexts, labelsTexts],
  channelSections: [
    {
      key: 'routing',
      name: { en: 'Routing', fr: 'Répartition' },
      load: async () => (await import('./routing-section.tsx')).RoutingSection,
      aside: {
        shownWith: ({ assigns }) => assigns === 'automatic',
        load: async () => (await import('./who-would.tsx')).WhoWould,
      },
    },
  ],
  conversationMenu: [
    async () => (await import('./menu-entries.tsx')).MoveEntry,
    async () => (await import('./menu-entries.tsx')).AssignEntry,
  ],
  keys: [
    {
      action: 'move',
      word: { en: 'transfer', fr: 'transfert' },
      name: { en: 'Move to another channel', fr: 'Déplacer vers un autre canal' },
    },
    {
      action: 'assign',
      word: { en: 'assign', fr: 'attribuer' },
      name: { en: 'Assign to somebody', fr: 'Attribuer à quelqu’un' },
    },
  ],
}
