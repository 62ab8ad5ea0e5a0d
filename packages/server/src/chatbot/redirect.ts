/** Where a link leads, seen from the page on which it was chosen. */
export type Landing = 'same-page' | 'same-site' | 'external'

type From = { page: string; hosts: readonly string[] }

export function landingOf(link: string, { page, hosts }: From): Landing {
  const from = new URL(page)
  const to = new URL(link, from)
  if (withoutHash(to) === withoutHash(from)) return 'same-page'
  return to.hostname === from.hostname || hosts.some((host) => host.toLowerCase() === to.hostname) ? 'same-site' : 'external'
}

/** A link a browser may follow for the visitor: to the web, absolute or relative to the page; never `javascript:` and its kin. */
export function isWebLink(link: string): boolean {
  if (link.trim() !== link || link === '') return false
  const url = URL.parse(link, 'https://site.invalid/')
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}

function withoutHash(url: URL): string {
  return url.href.slice(0, url.href.length - url.hash.length)
}
