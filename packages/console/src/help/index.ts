import { labelsTexts } from '../labels/texts.ts'
import type { Room } from '../rooms/room.ts'
import { helpTexts } from './texts.ts'

export const help: Room = {
  texts: [helpTexts, labelsTexts],
  contextBlocks: [async () => (await import('./about-block.tsx')).AboutBlock],
  conversationMenu: [async () => (await import('./help-entry.tsx')).HelpEntry],
  keys: [
    {
      action: 'help',
      letter: 'h',
      word: { en: 'help-wanted', fr: 'aide' },
      name: { en: 'Look for help', fr: 'Chercher de l’aide' },
    },
  ],
}
