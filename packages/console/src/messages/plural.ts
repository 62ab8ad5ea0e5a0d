type Forms = { one: string; other: string }

/** Chooses the form that belongs to a count in one language. */
export function pluralIn(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  return (count, forms) => (rules.select(count) === 'one' ? forms.one : forms.other)
}
