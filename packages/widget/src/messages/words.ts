import type { Catalogue, Plural } from './catalogue.ts'
import { en } from './en.ts'
import { languageOf } from './locale.ts'

/** The texts of one locale, and how it counts. */
export type Words = { locale: string; texts: Catalogue; counted: (text: Plural, count: number) => string }

/** English comes with the application, every other language when it is asked for. */
export async function openWords(locale: string): Promise<Words> {
  const texts = await load(languageOf(locale))
  // Made when something is first counted: the first screen need not wait for them.
  let counting: { rules: Intl.PluralRules; figures: Intl.NumberFormat } | undefined
  return {
    locale,
    texts,
    counted: (text, count) => {
      counting ??= { rules: new Intl.PluralRules(locale), figures: new Intl.NumberFormat(locale) }
      return fill(text[counting.rules.select(count)] ?? text.other, { count: counting.figures.format(count) })
    },
  }
}

/** Puts the values where the text names them. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

async function load(language: ReturnType<typeof languageOf>): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return en
    case 'fr':
      return (await import('./fr.ts')).fr
  }
}
