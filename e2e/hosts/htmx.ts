import { lib, pageOf, type Host } from './host.ts'

/** htmx with boosted links fills the body anew, runs its scripts again, and keeps the former for the way back. */
export const htmx: Host = {
  name: 'htmx',
  html: (page) => {
    const html = pageOf(page, { head: lib('htmx.org/dist/htmx.js') })
    return html.replace('<body>', '<body hx-boost="true">')
  },
}
