/** What people are called in short: by the first name; where two have the same, with the initial of the last. No-break spaces part no names. */
export function firstNames(names: readonly string[]): string[] {
  const parts = names.map((name) => ({ name, words: name.trim().split(/[^\S\u00A0]+/) }))
  const first = ({ words }: (typeof parts)[number]) => words.find((word) => !word.endsWith('.')) ?? words.join(' ')
  return parts.map((one) => {
    const own = first(one)
    const isShared = parts.some((other) => other.name !== one.name && first(other) === own)
    const [initial = ''] = one.words.slice(1).at(-1) ?? ''
    return isShared && initial && one.words.at(-1) !== own ? `${own} ${initial.toLocaleUpperCase()}.` : own
  })
}
