import type { Room } from '../rooms/room.ts'
import { paletteTexts } from './texts.ts'

export const palette: Room = {
  texts: [paletteTexts],
  keys: [
    { action: 'palette', name: { en: 'Search or go to', fr: 'Chercher ou aller à' } },
    { action: 'keys', letter: '?', word: { en: 'help', fr: 'aide' }, name: { en: 'List of keys', fr: 'Liste des touches' } },
    {
      action: 'escape',
      name: { en: 'Leave the field, close what is open', fr: 'Quitter le champ, fermer ce qui est ouvert' },
    },
  ],
}
