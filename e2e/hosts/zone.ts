import { lib, pageOf, type Host } from './host.ts'

/** zone.js puts a promise of its own in place of the browser's, and itself between everybody and everything that is listened to. */
export const zone: Host = {
  name: 'zone',
  html: (page) => pageOf(page, { head: lib('zone.js/bundles/zone.umd.js') }),
}
