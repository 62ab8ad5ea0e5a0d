import type { Room } from '../rooms/room.ts'
import { thanksTexts } from './texts.ts'

export const thanks: Room = {
  texts: [thanksTexts],
  channelSections: [
    {
      key: 'thanks',
      name: { en: 'Thanks', fr: 'Merci' },
      load: async () => (await import('./thanks-section.tsx')).ThanksSection,
    },
  ],
  contextBlocks: [async () => (await import('./thanks-block.tsx')).ThanksBlock],
}
