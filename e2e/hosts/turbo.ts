import { lib, pageOf, type Host } from './host.ts'

/** Turbo Drive puts another body in the place of the page's, runs its scripts again, and keeps copies for the way back. */
export const turbo: Host = {
  name: 'turbo',
  html: (page) => pageOf(page, { head: lib('@hotwired/turbo/dist/turbo.es2017-umd.js') }),
}
