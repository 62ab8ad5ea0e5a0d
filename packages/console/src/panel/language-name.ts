/** What a language is called in the reader's language; a tag that is none is shown as it came. */
export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames(reader || 'en', { type: 'language' }).of(tag) ?? tag
  } catch {
    // Visitors may send any text as their language.
    return tag
  }
}
