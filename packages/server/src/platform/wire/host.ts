import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const HOST_LENGTH_MAX = 300
// More narrow than an address's grammar: what is a host here may stand in a policy or a link as it is.
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i
const LOOPBACK = ['loopback', 'unspecified']
const PRIVATE = [...LOOPBACK, 'private', 'linkLocal', 'uniqueLocal', 'carrierGradeNat']
/** Names that nobody can have registered. */
const PRIVATE_NAMES = /^[^.]+$|\.(?:localhost|local|internal|lan|test|home\.arpa)$/

/** The origin that a Host header belongs to, as browsers write it; undefined for what is no host. */
export function originFrom(host: string | undefined, scheme: 'http' | 'https'): URL | undefined {
  if (host === undefined || host.length > HOST_LENGTH_MAX || !HOST.test(host)) return undefined
  const written = `${scheme}://${host}`
  return URL.canParse(written) ? new URL(written) : undefined
}

export const isLoopback = ({ hostname }: URL): boolean => /^(?:.+\.)?localhost$/.test(hostname) || isWithin(hostname, LOOPBACK)

/** A host that only whoever is near can reach, and that no stranger can have given a name. */
export function isPrivate({ hostname }: URL): boolean {
  const isAddress = isIP(bare(hostname)) !== 0
  return isAddress ? isWithin(hostname, PRIVATE) : PRIVATE_NAMES.test(hostname)
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

function isWithin(hostname: string, ranges: readonly string[]): boolean {
  return isIP(bare(hostname)) !== 0 && ranges.includes(ipaddr.process(bare(hostname)).range())
}
