import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Whether it belongs to the public internet: none of this machine's, its network's or its host's, nor one that is translated into those. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false
  const known = ipaddr.process(address)
  return known.range() === 'unicast' && (known.kind() === 'ipv4' || known.match(GLOBAL))
}

// What of IPv6 is given out at all: ::/96 and its like hold an IPv4 address, and have no range of their own.
const GLOBAL = ipaddr.parseCIDR('2000::/3')
