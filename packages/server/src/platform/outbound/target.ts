import { isIP } from 'node:net'

/** Where a request goes: one host and port of the web, by whatever way they are written. */
export type Target = { url: URL; host: string; port: number; isIp: boolean; secure: boolean }
export type TargetFault = 'not-an-address' | 'not-http' | 'credentials' | 'port'

const URL_LENGTH_MAX = 2000
const FIRST_FREE_PORT = 1024
/** Above that, what speaks something else and might take a request for it: those that browsers refuse, and databases. */
const OTHERS = new Set([
  1719, 1720, 1723, 2049, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  9200, 10080, 11211, 27017,
])

/** The URL parser writes 0x7f.1, 0177.0.0.1 and 2130706433 as 127.0.0.1: what is looked at is what is connected to. */
export function targetOf(text: string): Target | TargetFault {
  if (text.length > URL_LENGTH_MAX || !URL.canParse(text)) return 'not-an-address'
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'not-http'
  if (url.username || url.password) return 'credentials'
  const secure = url.protocol === 'https:'
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port)
  if (port !== 80 && port !== 443 && (port < FIRST_FREE_PORT || OTHERS.has(port))) return 'port'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return { url, host, port, isIp: isIP(host) !== 0, secure }
}
