import type { IncomingMessage } from 'node:http'

// __Host- binds the cookie to this very host over https; browsers refuse the prefix over plain http.
const SECURE_NAME = '__Host-portico'
const PLAIN_NAME = 'portico'

/** The session secret that came with a request. */
export function readCookie({ headers }: IncomingMessage): string | undefined {
  const cookies = new Map(
    (headers.cookie ?? '').split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name.trim(), value.join('=').trim()] as const
    }),
  )
  return cookies.get(SECURE_NAME) ?? cookies.get(PLAIN_NAME)
}

export function writeCookie({ value, maxAgeMs, secure }: { value: string; maxAgeMs: number; secure: boolean }): string {
  const name = secure ? SECURE_NAME : PLAIN_NAME
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${Math.floor(maxAgeMs / 1000)}${secure ? '; Secure' : ''}`
}
