const MARKS = /[\p{L}\p{N}\p{Emoji_Presentation}]\p{M}{0,7}/u

/** For who has no picture: the first letter of the first and of the last word, in any script. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.slice(1).at(-1)]
    .map((word) => word?.match(MARKS)?.[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
