const MARK = '> '

/** What somebody said, as it stands before an answer to it. */
export const quoted = (text: string): string =>
  `${text
    .trimEnd()
    .split('\n')
    .map((line) => `${MARK}${line}`)
    .join('\n')}\n`

/** The quotation a text begins with, and the rest of it. */
export function splitQuoted(text: string): { quote: string; rest: string } {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => !line.startsWith(MARK))
  const count = end === -1 ? lines.length : end
  const bare = lines.slice(0, count).map((line) => line.slice(MARK.length))
  return { quote: bare.join('\n'), rest: lines.slice(count).join('\n') }
}
