/**
 * Whether who writes one language reads the other: regions do not part them (en-US, en-GB), scripts do (zh-TW, zh-CN).
 * Codes that were replaced are what replaced them (iw is he, tl is fil), and both written forms of Norwegian are `no`.
 * What is no language tag (BCP 47; `_` is taken for `-`) is like nothing but itself.
 */
export function sameLanguage(one: string, other: string): boolean {
  const [tag, otherTag] = [hyphenated(one), hyphenated(other)]
  if (tag === otherTag) return true
  const meant = meaningOf(tag)
  return meant !== undefined && meant === meaningOf(otherTag)
}

/** Visitors bring whatever tags they like. */
const REMEMBERED_MAX = 1000

const NORWEGIAN = new Set(['nb', 'nn'])

const hyphenated = (tag: string) => tag.replaceAll('_', '-').toLowerCase()

const remembered = new Map<string, string | undefined>()

/** Reading a tag costs some microseconds, and each operator is asked for each visitor. */
function meaningOf(tag: string): string | undefined {
  if (remembered.has(tag)) return remembered.get(tag)
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  const meaning = readTag(tag)
  remembered.set(tag, meaning)
  return meaning
}

/** Language and script; undefined where the tag names no language. */
function readTag(tag: string): string | undefined {
  try {
    const locale = new Intl.Locale(tag)
    if (/^und\b/.test(locale.baseName)) return undefined
    const { language, script } = locale.maximize()
    return `${NORWEGIAN.has(language) ? 'no' : language}-${script}`
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return undefined
  }
}
