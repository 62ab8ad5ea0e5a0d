import { pageOf, type Host } from './host.ts'

/** What MooTools 1.4 to 1.6 does to a page that it is loaded on; no registry has it for browsers. */
export const mooTools: Host = {
  name: 'mootools',
  html: (page) =>
    pageOf(page, {
      head: `<script>
        const native = window.Element
        window.Element = function (tag, properties) { return Object.assign(document.createElement(tag), properties) }
        window.Element.prototype = native.prototype
        window.Request = function (options) { this.options = options }
        window.Event = window.DOMEvent = function (event) { return event }
        window.Class = window.Fx = window.Cookie = window.Elements = window.Slick = function () {}
        window.Browser = { name: 'chrome' }
        Array.from = function (item) { return item == null ? [] : typeof item === 'object' && 'length' in item ? Array.prototype.slice.call(item) : [item] }
        Function.from = (item) => (typeof item === 'function' ? item : () => item)
        Object.each = (object, run) => { for (const key in object) if (Object.prototype.hasOwnProperty.call(object, key)) run(object[key], key) }
        Array.prototype.append = function (more) { this.push.apply(this, more); return this }
        Array.prototype.clean = Array.prototype.erase = Array.prototype.empty = function () { return this }
        Function.prototype.bind = function (that, args) { const run = this; return function () { return run.apply(that, args || arguments) } }
        Function.prototype.extend = function (more) { return Object.assign(this, more) }
        for (const name of ['get', 'set', 'erase', 'inject', 'adopt', 'dispose', 'destroy', 'empty', 'addEvent', 'store', 'match']) {
          native.prototype[name] = function () { return this }
        }
        native.prototype.clone = function () { return this.cloneNode(true) }
      </script>`,
    }),
}
