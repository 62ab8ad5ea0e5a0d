import type { IncomingMessage } from 'node:http'

/** The session's; a secret that is kept for another reason has another name. */
export const SESSION_COOKIE = 'portico'
/** By it a device is known again, whoever signs in on it. */
export const DEVICE_COOKIE = 'portico-device'

// __Host- binds a cookie to this very host over https: no sibling host and nobody on the way can plant one. Browsers refuse the
// prefix over plain http, so a secure request is read by the prefixed name alone.
const nameOf = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name)

type Asked = { name: string; secure: boolean }

/** The secret that came with a request. Two of one name: somebody has planted one, and nobody knows which. */
export function readCookie({ headers }: IncomingMessage, { name, secure }: Asked): string | undefined {
  const wanted = nameOf(name, secure)
  const values = (headers.cookie ?? '').split(';').flatMap((pair) => {
    const [, known, value] = PAIR.exec(pair) ?? []
    return known === wanted && value !== undefined ? [value] : []
  })
  return new Set(values).size === 1 ? values[0] : undefined
}

export function writeCookie({ name, secure, value, maxAgeMs }: Asked & { value: string; maxAgeMs: number }): string {
  return `${nameOf(name, secure)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.floor(maxAgeMs / 1000)}${secure ? '; Secure' : ''}`
}

// Blanks and tabs alone stand around a name. To a browser a name behind any other white space has no prefix, so anybody may set it.
const PAIR = /^[ \t]*([^= \t][^=]*)=([\w-]*)[ \t]*$/
