import { useMemo } from 'react'
import { useLanguage } from '../messages/language-context.tsx'

/** Those that are offered; others can be spoken, and are shown by their names all the same. */
export const OFFERED_LANGUAGES =
  'ar bg bn ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk ko lt lv mk ml mr ms mt nl no pa pl pt pt-BR ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh-Hans zh-Hant'.split(
    ' ',
  )

/** What a language is called in the reader's. What has no name is said as it is. */
export function useLanguageName(): (tag: string) => string {
  const language = useLanguage()
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
    return (tag) => {
      try {
        const name = names.of(tag) ?? tag
        return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
      } catch (error) {
        // A visitor's browser may say anything.
        if (error instanceof RangeError) return tag
        throw error
      }
    }
  }, [language])
}
