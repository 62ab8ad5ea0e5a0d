type Text = { language: string; text: string }

/** The one in that language and region, else in that language, else the first. */
export function textIn(texts: readonly Text[], locale: string | null): Text | undefined {
  const wished = locale?.toLowerCase() ?? ''
  const [language = ''] = wished.split('-')
  return (
    texts.find((text) => text.language.toLowerCase() === wished) ??
    texts.find((text) => text.language.toLowerCase().split('-')[0] === language) ??
    texts[0]
  )
}
