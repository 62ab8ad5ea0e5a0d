export const LANGUAGES = ['en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

const SPOKEN = new RegExp(`^(${LANGUAGES.join('|')})(-[a-z\\d]{2,8}){0,3}$`, 'i')

/** The first wish in a language that the widget speaks, region kept (`fr-CA`); English when there is none. */
export function chooseLocale(wishes: readonly (string | null | undefined)[]): string {
  return wishes.map((wish) => wish?.replace(/_/g, '-') ?? '').find((tag) => SPOKEN.test(tag)) ?? 'en'
}

export const languageOf = (locale: string): Language => locale.slice(0, 2).toLowerCase() as Language // chooseLocale answers no other
