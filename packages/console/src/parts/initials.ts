/** Two letters of a name, as people write them: the first of the first and of the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = firstLetter(words[0] ?? '')
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

function firstLetter(word: string): string {
  for (const { segment } of new Intl.Segmenter().segment(word)) if (/[\p{L}\p{N}]/u.test(segment)) return segment.slice(0, 8)
  return ''
}
