import type { Room } from '../rooms/room.ts'
import { composerTexts } from './texts.ts'

export const composer: Room = {
  texts: [composerTexts],
  keys: [
    { action: 'reply', letter: 'r', name: { en: 'Write a reply', fr: 'Écrire une réponse' } },
    { action: 'note', letter: 'n', word: { en: 'note', fr: 'note' }, name: { en: 'Write a note', fr: 'Écrire une note' } },
  ],
}
