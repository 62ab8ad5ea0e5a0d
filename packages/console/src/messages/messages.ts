import type { en } from './en.ts'

/** Every text of the console. English sets the shape; a language that lacks one does not compile. */
export type Messages = typeof en
