import type { Words } from '../messages/words.ts'
import type { Visit } from './visit.ts'

/** What every component draws from. */
export type ComponentProps = { visit: Visit; words: Words }
