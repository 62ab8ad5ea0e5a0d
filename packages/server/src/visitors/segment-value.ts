const SEPARATORS = [';', ',']
const PRINTED_AS_ESCAPE = /[%+;,\\\s\p{Cc}]/gu

type Read = { value: string; end: number } | { badEscapeAt: number }

/**
 * Reads the value that begins at `from`, as far as the next separator. None are `\;` and `\,`, and one that another follows or
 * nothing: as in Matomo it is a character of the value. `%2C` and `+` are decoded.
 */
export function readSegmentValue(source: string, from: number): Read {
  let value = ''
  let at = from
  while (at < source.length) {
    const char = source.charAt(at)
    const next = source.charAt(at + 1)
    if (isSeparator(source, at)) break
    if (char === '%') {
      const escape = readEscape(source, at)
      if (escape === undefined) return { badEscapeAt: at }
      value += escape.char
      at = escape.end
    } else if (char === '\\' && SEPARATORS.includes(next)) {
      value += next
      at += 2
    } else {
      value += char === '+' ? ' ' : char
      at += 1
    }
  }
  return { value, end: at }
}

/** The value as it is read again, escaping what means something in a segment and what cannot be seen. */
export function printSegmentValue(value: string): string {
  return value.replace(PRINTED_AS_ESCAPE, (char) => encodeURIComponent(char))
}

/** A separator that another follows, or nothing, parts nothing. */
function isSeparator(source: string, at: number): boolean {
  const next = source.charAt(at + 1)
  return SEPARATORS.includes(source.charAt(at)) && next !== '' && !SEPARATORS.includes(next)
}

/** One character, written as the one to four bytes of its UTF-8. */
function readEscape(source: string, at: number): { char: string; end: number } | undefined {
  const lead = Number.parseInt(source.slice(at + 1, at + 3), 16)
  const bytes = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  const end = at + bytes * 3
  const written = source.slice(at, end)
  if (!/^(?:%[0-9a-f]{2})+$/i.test(written)) return undefined
  try {
    return { char: decodeURIComponent(written), end }
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
