import type { Language } from '../preferences/languages.ts'

/** The texts of one part of the console in every language; each is loaded when somebody reads it. */
export type Texts<Words> = {
  /** Whoever asks after a failure tries again. */
  load: (language: Language) => Promise<Words>
  /** The same promise at each drawing, of what failed too: React reads it at once where it has been kept. */
  asked: (language: Language) => Promise<Words>
}

type Source<Words> = Record<Language, () => Promise<{ texts: Words }>>

const known = new Set<Texts<unknown>>()

export function openTexts<Words>(source: Source<Words>): Texts<Words> {
  const loading = new Map<Language, Promise<Words>>()
  const failed = new Set<Language>()
  const opened: Texts<Words> = {
    load: (language) => {
      if (failed.delete(language)) loading.delete(language)
      return opened.asked(language)
    },
    asked: (language) => {
      const asked = loading.get(language) ?? read(language)
      loading.set(language, asked)
      return asked
    },
  }
  function read(language: Language): Promise<Words> {
    known.add(opened)
    const asked = source[language]().then(({ texts }) => texts)
    asked.then(
      // As React marks what it has waited for: whoever draws it first need not wait for what is there.
      (value) => Object.assign(asked, { status: 'fulfilled', value }),
      () => failed.add(language),
    )
    return asked
  }
  return opened
}

/** All that has been read so far, in another language: a console that changes its language changes it everywhere at once. */
export async function loadKnown(language: Language): Promise<void> {
  await Promise.all([...known].map((texts) => texts.load(language)))
}
