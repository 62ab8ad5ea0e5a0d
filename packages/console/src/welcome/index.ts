import type { Room } from '../rooms/room.ts'
import { welcomeTexts } from './texts.ts'

export const welcome: Room = { texts: [welcomeTexts] }
