import { pageOf, type Host } from './host.ts'

/** A page that has put words of its own in the place of the browser's, as names of its variables or for very old browsers. */
export const globals: Host = {
  name: 'globals',
  html: (page) =>
    pageOf(page, {
      head: `<script>
        Promise = class Promise { constructor(run) { throw new Error('the page promises nothing') } }
        URL = 'https://example.org/'
        for (const name of ['Node', 'Element', 'Text', 'Image', 'Request', 'Response', 'AbortController', 'WeakMap']) {
          window[name] = function () { throw new Error(name + ' is the page’s own') }
        }
        var name = 'a page', event = 1, top = 0, status = 'sold', open = 1, close = 2, stop = 3, find = 4, origin = 5, screen = 6
        for (const later of ['at', 'flat', 'flatMap', 'findLast', 'toSorted', 'includes']) delete Array.prototype[later]
        for (const later of ['replaceAll', 'at', 'padStart']) delete String.prototype[later]
        delete Object.fromEntries
        delete window.structuredClone
        Array.prototype.last = function () { return this[this.length - 1] }
        Object.prototype.isOurs = true
        Function.prototype.bind = function (to) { return () => this.apply(to, arguments) }
        Array.prototype.toJSON = function () { return 'old' }
      </script>`,
    }),
}
