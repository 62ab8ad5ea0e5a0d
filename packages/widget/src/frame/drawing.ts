import type { Words } from '../messages/words.ts'
import type { Visit } from './visit.ts'

/** What every component draws from. */
export type Drawing = { visit: Visit; words: Words }
