/** Each language names itself. */
export const LANGUAGES = { en: { name: 'English' }, fr: { name: 'Français' } } as const satisfies Record<string, { name: string }>

export type Language = keyof typeof LANGUAGES

export const isLanguage = (value: unknown): value is Language => typeof value === 'string' && Object.hasOwn(LANGUAGES, value)

/** The language one has chosen, else the first of the reader that the console speaks. */
export function languageOf(chosen: Language | 'browser', wished: readonly string[]): Language {
  return chosen === 'browser' ? chooseLanguage(wished) : chosen
}

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
