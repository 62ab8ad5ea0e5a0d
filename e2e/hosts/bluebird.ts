import { lib, pageOf, type Host } from './host.ts'

/** Bluebird in the place of the browser's promise: it knows nothing that is newer than 2015. */
export const bluebird: Host = {
  name: 'bluebird',
  html: (page) => pageOf(page, { head: lib('bluebird/js/browser/bluebird.js') }),
}
