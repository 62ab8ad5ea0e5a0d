/** For who has no picture: the first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const letters = name.match(/(?<!\S)\S/gu) ?? []
  return [letters[0], ...letters.slice(1).slice(-1)].join('').toUpperCase()
}
