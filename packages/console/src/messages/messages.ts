import type { texts } from './texts.en.ts'

/** What every part of the console may say. English sets the shape; a language that lacks one does not compile. */
export type Messages = typeof texts
