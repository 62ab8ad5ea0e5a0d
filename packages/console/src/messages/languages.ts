import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Messages } from './messages.ts'

/** Each language names itself. English is what a missing translation would fall back to; the compiler lets none be missing. */
export const LANGUAGES = { en: { name: 'English', messages: en }, fr: { name: 'Français', messages: fr } } satisfies Record<
  string,
  { name: string; messages: Messages }
>

export type Language = keyof typeof LANGUAGES

export const isLanguage = (value: unknown): value is Language => typeof value === 'string' && Object.hasOwn(LANGUAGES, value)

/** The reader's own way of writing a language, such as British English, where the browser names one. */
export function regionOf(language: Language, wished: readonly string[]): string {
  return wished.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language
}

/** The first language of the reader that the console speaks. */
export function chooseLanguage(wished: readonly string[]): Language {
  for (const tag of wished) {
    const language = tag.toLowerCase().split('-')[0]
    if (isLanguage(language)) return language
  }
  return 'en'
}
