import type { Language } from '../preferences/languages.ts'

/** The texts of one part of the console in every language; each is loaded when somebody reads it. */
export type Texts<Words> = {
  load: (language: Language) => Promise<Words>
  /** Undefined until they have been loaded. */
  loaded: (language: Language) => Words | undefined
}

type Source<Words> = Record<Language, () => Promise<{ texts: Words }>>

const known = new Set<Texts<unknown>>()

export function openTexts<Words>(source: Source<Words>): Texts<Words> {
  const words = new Map<Language, Words>()
  const loading = new Map<Language, Promise<Words>>()
  const opened: Texts<Words> = {
    loaded: (language) => words.get(language),
    load: (language) => {
      const asked = loading.get(language) ?? read(language)
      loading.set(language, asked)
      return asked
    },
  }
  const read = async (language: Language): Promise<Words> => {
    known.add(opened)
    try {
      const { texts } = await source[language]()
      words.set(language, texts)
      return texts
    } catch (error) {
      // The next one who asks tries again.
      loading.delete(language)
      throw error
    }
  }
  return opened
}

/** All that has been read so far, in another language: a console that changes its language changes it everywhere at once. */
export async function loadKnown(language: Language): Promise<void> {
  await Promise.all([...known].map((texts) => texts.load(language)))
}
