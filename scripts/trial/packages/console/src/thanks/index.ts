import type { Room } from '../rooms/room.ts'
import { thanksTexts } from './texts.ts'

export const thanks: Room = {
  texts: [thanksTexts],
  contextBlocks: [async () => (await import('./thanks-block.tsx')).ThanksBlock],
}
