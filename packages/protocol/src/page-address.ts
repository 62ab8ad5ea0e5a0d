// What of a page's address and title may leave the page. The widget applies it before anything is sent, the server again for
// whoever sends otherwise. Fragment and userinfo go; secrets become a `*`, which is never longer than what it stands for; the
// query goes as a whole where the channel says so. Applied twice it changes nothing more. No imports: the widget pays for each.

/** How many addresses inside an address are looked into. */
const NESTED_MAX = 3
const MASK = '*'
const PARTS = /^([a-z][a-z\d+.-]*:)?(\/\/[^/?]*)?([^?]*)(\??)([^]*)$/i
const SECRET_NAME =
  /token|secret|passw|pwd|sessi|auth(?!or(?!i))|jwt|mail|signature|credential|api.?key|(?:^|[^a-z])(?:key|code|sig|sid|otp|pin|pass|nonce|phone|tel|user(?:name)?|login)(?:[^a-z]|$)/i
// Looked for where a word begins: else each beginning would be followed to the end.
const JWT = /(?<![\w-])eyJ[\w-]+\.[\w-]/
const EMAIL = /[^\s@]@[^\s@]+\.[^\s@]/
const RUNS = /[\w+=~-]{24,}/g

export type PageQuery = 'masked' | 'dropped'

export function pageAddress(url: string, query: PageQuery): string {
  const [whole = ''] = url.split('#', 1)
  const [, scheme = '', host = '', path = '', mark = '', asked = ''] = PARTS.exec(whole) ?? []
  // data:, blob: and their like have no host, and what follows is no path.
  if (scheme && !host && !/^file:/i.test(scheme)) return scheme
  const kept = query === 'dropped' ? '' : mark + asked.replace(/[^&;]+/g, masked)
  return scheme + host.replace(/^\/\/.*@/, '//') + path.replace(/[^/;]+/g, masked) + kept
}

export const pageTitle = (title: string): string => title.replace(/\S+/g, (word) => (isSecret(word) ? MASK : word))

/** One part of an address, `value` or `name=value`. */
function masked(part: string): string {
  const at = part.indexOf('=') + 1
  const name = decoded(part.slice(0, at).replace('=', ''))
  const value = part.slice(at)
  if (isSecret(name)) return MASK
  return value && hides(name, decoded(value)) ? part.slice(0, at) + MASK : part
}

function hides(name: string, value: string, depth = 0): boolean {
  if (SECRET_NAME.test(name.replace(/([a-z])([A-Z])/g, '$1_$2')) || isSecret(value)) return true
  return (
    depth < NESTED_MAX &&
    value.split(/[?&#;]/).some((pair) => {
      const at = pair.indexOf('=')
      return at >= 0 && hides(decoded(pair.slice(0, at)), decoded(pair.slice(at + 1)), depth + 1)
    })
  )
}

const isSecret = (text: string): boolean => JWT.test(text) || EMAIL.test(text) || (text.match(RUNS) ?? []).some(isRandom)

/** Digits and letters in no order: hexadecimal, or base64. The words of a readable path have neither this length nor this mixture. */
const isRandom = (run: string): boolean =>
  /\d[a-z]|[a-z]\d/i.test(run) && (/[a-z\d]{24}/i.test(run) || (run.length >= 32 && /[a-z\d][A-Z]/.test(run)))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    return text // a percent sign that begins nothing: what is there is looked at as it is
  }
}
