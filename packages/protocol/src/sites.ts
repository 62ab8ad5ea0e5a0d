// The sites that may carry a channel's chat, as its owner writes them: `example.org`, `*.example.org` (every host below it, not
// itself), `https://example.org` (that scheme alone), `example.org:8443` (that port; without one the scheme's own). Read at both
// ends: the console says what is wrong while one types, the server takes nothing but what is written as `readSite` writes it.

export const SITES_MAX = 30
export const SITE_LENGTH_MAX = 280
const HOST_LENGTH_MAX = 253
const PORT_MAX = 65_535

const PARTS = /^(https?:\/\/)?(\*\.)?([^/?#@:*]*)(?::(\d{1,5}))?(.*)$/
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/

export type SiteFault = 'not-a-site' | 'more-than-a-site' | 'too-wide' | 'not-in-ascii'
export type ReadSite = { state: 'read'; site: string } | { state: 'faulty'; fault: SiteFault }

export function readSite(text: string): ReadSite {
  const written = text.trim().toLowerCase()
  if (written.length > SITE_LENGTH_MAX) return faulty('not-a-site')
  const [, scheme = '', wildcard = '', host = '', port = '', rest = ''] = PARTS.exec(written) ?? []
  if (written === '*' || (wildcard && !host.includes('.'))) return faulty('too-wide')
  if (/[^\0-\x7f]/.test(host)) return faulty('not-in-ascii')
  if (host === '' || host.length > HOST_LENGTH_MAX || !host.split('.').every((label) => LABEL.test(label)))
    return faulty('not-a-site')
  if (port && (Number(port) < 1 || Number(port) > PORT_MAX)) return faulty('not-a-site')
  if (rest !== '' && rest !== '/') return faulty(/^[/?#]/.test(rest) ? 'more-than-a-site' : 'not-a-site')
  return { state: 'read', site: `${scheme}${wildcard}${host}${port && `:${Number(port)}`}` }
}

const faulty = (fault: SiteFault): ReadSite => ({ state: 'faulty', fault })

export function isSite(text: string): boolean {
  const read = readSite(text)
  return read.state === 'read' && read.site === text
}
