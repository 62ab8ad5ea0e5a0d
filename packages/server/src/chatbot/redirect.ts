/** Where a link leads, seen from the page on which it was chosen. On the same page nothing is waited for, whatever its query. */
export type Landing = 'same-page' | 'same-site' | 'external'

type From = { page: string; hosts: readonly string[] }

/** A site is a host with its port, where it has one of its own; another port of the host is another site. */
export function landingOf(link: string, { page, hosts }: From): Landing {
  const from = new URL(page)
  const to = new URL(link, from)
  if (to.origin === from.origin && to.pathname === from.pathname) return 'same-page'
  const isOfSite = hosts.some((host) => URL.parse(`${to.protocol}//${host}`)?.host === to.host)
  return to.host === from.host || isOfSite ? 'same-site' : 'external'
}

/** A link a browser may follow for the visitor: to the web, absolute or relative to the page; never `javascript:` and its kin. */
export function isWebLink(link: string): boolean {
  if (link.trim() !== link || link === '') return false
  const url = URL.parse(link, 'https://site.invalid/')
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
}
