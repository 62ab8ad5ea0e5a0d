import type { ComponentChild } from 'preact'
import type { Language } from '../messages/locale.ts'
import type { Words } from '../messages/words.ts'
import type { Chat } from './chat.ts'
import type { Parts } from './open-parts.tsx'

/** Something of the window that is fetched when it is first needed, with its texts and its styles. */
export type Part<Texts> = {
  texts: Record<Language, () => Promise<Texts>>
  styles: string
  /** Called once, when the part has come: what it keeps lives as long as the page. */
  open: (chat: Chat) => (props: PartProps<Texts>) => ComponentChild
}

/** What a part draws from: what every component has, and texts of its own. */
export type PartProps<Texts> = { chat: Chat; words: Words; parts: Parts; texts: Texts }

/** Any part, whatever texts it has. */
export type AnyPart = Omit<Part<unknown>, 'open'> & { open: Part<never>['open'] }
