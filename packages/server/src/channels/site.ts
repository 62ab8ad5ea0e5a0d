/** Whether a page of this origin may carry the chat. Where no sites are listed, any may. */
export function isOnSites(sites: readonly string[], origin: string): boolean {
  if (sites.length === 0) return true
  return URL.canParse(origin) && sites.some((site) => isOf(site, new URL(origin)))
}

/** The same said to browsers, for `frame-ancestors`. Undefined lets every page, also those that have no origin. */
export function frameAncestors(sites: readonly string[]): string | undefined {
  if (sites.length === 0) return undefined
  return ["'self'", ...sites.flatMap((site) => (site.includes('://') ? [site] : [`http://${site}`, `https://${site}`]))].join(' ')
}

function isOf(site: string, { protocol, hostname, port }: URL): boolean {
  const [, scheme = protocol, wildcard, host = '', sitePort = ''] = PARTS.exec(site) ?? []
  const isHost = wildcard ? hostname.endsWith(`.${host}`) : hostname === host
  return isHost && scheme === protocol && (sitePort === DEFAULT_PORTS[protocol] ? '' : sitePort) === port
}

const PARTS = /^(?:(https?:)\/\/)?(\*\.)?([^:]+)(?::(\d+))?$/
/** Addresses do not name these. */
const DEFAULT_PORTS: Partial<Record<string, string>> = { 'http:': '80', 'https:': '443' }
