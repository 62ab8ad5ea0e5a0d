const LOCALES = ['en', 'fr'] as const
const HEADER_LENGTH_MAX = 200

/** A language that mails are written in. */
export type MailLocale = (typeof LOCALES)[number]

/** The one that a browser wishes for most (Accept-Language), of those that there are. */
export function mailLocaleOf(wished: string | undefined): MailLocale | undefined {
  const tags = (wished ?? '').slice(0, HEADER_LENGTH_MAX).split(',')
  const byWeight = tags.map(weighed).toSorted((one, other) => other.weight - one.weight)
  for (const { language, weight } of byWeight) {
    const known = LOCALES.find((each) => each === language)
    if (known && weight > 0) return known
  }
  return undefined
}

/** Of `fr-CH;q=0.9` the language and its weight. */
function weighed(tag: string): { language: string; weight: number } {
  const [name = '', ...more] = tag.split(';').map((each) => each.trim())
  const weight = Number(more.find((each) => each.startsWith('q='))?.slice(2) ?? 1)
  return { language: name.split('-')[0]?.toLowerCase() ?? '', weight: Number.isNaN(weight) ? 0 : weight }
}
