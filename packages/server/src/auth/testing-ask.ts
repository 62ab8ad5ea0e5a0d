import type { Caller } from '@portico/testkit/cast'
import type { Site } from '@portico/testkit/site'

type Asked = { as?: Caller; body?: object; from?: string; headers?: Record<string, string> }
type Answered = {
  status: number
  cookies: string[]
  refused?: string
  detail?: string
  afterMs?: number
  [field: string]: unknown
}
export type Ask = (label: string, asked?: Asked) => Promise<Answered>

/** Asks a route as somebody, each time from another address unless one is named: no limit of addresses is meant here. */
export function asking(site: Site): Ask {
  let asked = 0
  return async (label, { as, body, headers, from = `10.9.${asked >> 8}.${asked++ & 255}` } = {}) => {
    const [method = '', path = ''] = label.split(' ')
    const response = await fetch(site.url + path, {
      method,
      headers: { ...as?.headers, ...headers, 'x-forwarded-for': from, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as object // a route's answer
    return { status: response.status, cookies: response.headers.getSetCookie(), ...answer }
  }
}
