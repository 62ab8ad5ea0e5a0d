import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'

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
export function addressOf(request: IncomingMessage, trusted: TrustedProxies): string {
  const hops = [...forwardedFor(request), request.socket.remoteAddress ?? '']
  let address = hops.pop() ?? ''
  while (hops.length > 0 && isTrusted(address, trusted)) address = hops.pop() ?? address
  return address
}

export const isForwardedSecure = (request: IncomingMessage, trusted: TrustedProxies): boolean =>
  isTrusted(request.socket.remoteAddress ?? '', trusted) && request.headers['x-forwarded-proto'] === 'https'

/** What limits are counted by: one IPv4 address, or the /64 that one customer is given. */
export function prefixOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString()
}

/** Whoever forwards this request without being trusted to; undefined where nobody does. */
export function untrustedProxyOf(request: IncomingMessage, trusted: TrustedProxies): string | undefined {
  const { remoteAddress = '' } = request.socket
  return forwardedFor(request).length === 0 || isTrusted(remoteAddress, trusted) ? undefined : plain(remoteAddress)
}

// 127.0.0.1 also where a socket of both families calls it ::ffff:127.0.0.1.
const plain = (address: string) => (ipaddr.isValid(address) ? ipaddr.process(address).toString() : address)

function forwardedFor({ headers }: IncomingMessage): string[] {
  const header = headers['x-forwarded-for']
  return (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean)
}

export function isTrusted(address: string, trusted: TrustedProxies): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return trusted.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits))
}
