import type { Room } from '../rooms/room.ts'
import { presenceTexts } from './texts.ts'

export const presence: Room = {
  texts: [presenceTexts],
  keys: [{ action: 'available', name: { en: 'Switch availability', fr: 'Changer la disponibilité' } }],
}
