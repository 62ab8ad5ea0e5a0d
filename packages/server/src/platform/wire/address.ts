import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import { canonical, parseHop } from './hop.ts'

/** Of one header, from its end: whoever lists more has a proxy that trusts itself in circles. */
const HOPS_MAX = 32
const SECURE = ['https', 'wss']

export type TrustedProxies = readonly [ipaddr.IPv4 | ipaddr.IPv6, number][]

/** Throws on what is neither an address nor a range in CIDR notation. */
export const parseProxies = (list: string): TrustedProxies =>
  list
    .split(',')
    .map((range) => range.trim())
    .filter(Boolean)
    .map((range) =>
      ipaddr.parseCIDR(range.includes('/') ? range : `${range}/${ipaddr.parse(range).kind() === 'ipv4' ? 32 : 128}`),
    )

/** Who really asks: forwarded headers count only as far as they were written by a trusted proxy. */
export const addressOf = (request: IncomingMessage, trusted: TrustedProxies): string => wayOf(request, trusted).address

/** What a trusted proxy wrote where an address should stand; undefined where all could be read. */
export const unreadableHopOf = (request: IncomingMessage, trusted: TrustedProxies): string | undefined =>
  wayOf(request, trusted).unreadable

/** Of a list, what the outermost trusted proxy wrote: it alone has seen how the client came. */
export function isForwardedSecure(request: IncomingMessage, trusted: TrustedProxies): boolean {
  const { proxies } = wayOf(request, trusted)
  if (proxies === 0) return false
  const written = lastOf(request.headers['x-forwarded-proto'], proxies)
  return SECURE.includes((written.at(-1) ?? '').replaceAll('"', '').toLowerCase())
}

/** What limits are counted by: one IPv4 address, or the /64 that one customer is given. */
export function prefixOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'gone' // a connection that has ended has no address any more
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()
}

/** Whoever forwards this request without being trusted to; undefined where nobody does. */
export function untrustedProxyOf(request: IncomingMessage, trusted: TrustedProxies): string | undefined {
  const peer = peerOf(request)
  return lastOf(request.headers['x-forwarded-for'], 1).length === 0 || isTrusted(peer, trusted) ? undefined : peer
}

/** `proxies`: how many trusted ones it came through. */
type Way = { address: string; proxies: number; unreadable?: string }

function wayOf(request: IncomingMessage, trusted: TrustedProxies): Way {
  let address = peerOf(request)
  let proxies = 0
  for (const hop of lastOf(request.headers['x-forwarded-for'], HOPS_MAX)) {
    if (!isTrusted(address, trusted)) return { address, proxies }
    proxies++
    const before = parseHop(hop)
    if (before === undefined) return { address, proxies, unreadable: hop }
    address = before
  }
  return { address, proxies: proxies === 0 && isTrusted(address, trusted) ? 1 : proxies }
}

const peerOf = ({ socket }: IncomingMessage): string => canonical(socket.remoteAddress ?? '') ?? ''

/** At most so many entries of a list, the last first; empty ones say nothing. */
function lastOf(header: string | string[] | undefined, max: number): string[] {
  const list = Array.isArray(header) ? header.join(',') : (header ?? '')
  const entries: string[] = []
  for (let end = list.length; end > 0 && entries.length < max;) {
    const begin = list.lastIndexOf(',', end - 1) + 1
    const entry = list.slice(begin, end).trim()
    if (entry !== '') entries.push(entry)
    end = begin - 1
  }
  return entries
}

export function isTrusted(address: string, trusted: TrustedProxies): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return trusted.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits))
}
