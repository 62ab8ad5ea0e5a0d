/** No vowels, which would make words, and of what looks alike (l 1 I, O 0, S 5, Z 2, U V, B 8) none or one. */
const LETTERS = 'BCDFGHJKMNPQRTVWXY34679'
const LENGTH = 4

/** What a visitor without a name is told apart by, read out over a telephone too; the same wherever he is named. */
export function visitorCode(id: string): string {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  // Ids that were minted one after the other differ in a letter or two: without this so would their codes.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  let rest = (hash ^ (hash >>> 13)) >>> 0
  let code = ''
  while (code.length < LENGTH) {
    code += LETTERS[rest % LETTERS.length] ?? ''
    rest = Math.floor(rest / LETTERS.length)
  }
  return code
}
