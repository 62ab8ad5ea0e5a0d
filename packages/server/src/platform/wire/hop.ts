import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** The address in one hop of X-Forwarded-For, as gateways write it: with a port, in brackets, in quotes, with a zone. Undefined: none. */
export function parseHop(hop: string): string | undefined {
  const bare = hop.trim().replace(QUOTED, '$1')
  return canonical(WITH_BRACKETS.exec(bare)?.[1] ?? WITH_PORT.exec(bare)?.[1] ?? bare)
}

/** One spelling for each address: 127.0.0.1 also where a socket of both families calls it ::ffff:127.0.0.1. */
export function canonical(address: string): string | undefined {
  const [withoutZone = ''] = address.split('%', 1)
  return isIP(withoutZone) === 0 ? undefined : ipaddr.process(withoutZone).toString()
}

const QUOTED = /^"(.*)"$/
const WITH_BRACKETS = /^\[([^\]]*)\](?::\d{1,5})?$/
/** Of IPv4 alone: an address with two colons has no port without brackets. */
const WITH_PORT = /^([\d.]+):\d{1,5}$/
