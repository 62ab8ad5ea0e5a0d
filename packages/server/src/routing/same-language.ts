/**
 * Whether who writes one language reads the other: regions do not part them (en-US, en-GB), scripts do (zh-TW, zh-CN).
 * What is no language tag (BCP 47; `_` is taken for `-`) is like nothing but itself.
 */
export function sameLanguage(one: string, other: string): boolean {
  const [tag, otherTag] = [hyphenated(one), hyphenated(other)]
  if (tag === otherTag) return true
  return primary(tag) === primary(otherTag) && scriptOf(tag) === scriptOf(otherTag)
}

const hyphenated = (tag: string) => tag.replaceAll('_', '-').toLowerCase()

const primary = (tag: string) => tag.split('-', 1)[0]

/** Costs some microseconds, so it is asked last. */
function scriptOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().script
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return tag
  }
}
