import { pageOf, type Host } from './host.ts'

/** What Prototype.js 1.6 and 1.7 do to a page that they are loaded on; no registry has them for browsers. */
export const prototypeJs: Host = {
  name: 'prototype-js',
  html: (page) =>
    pageOf(page, {
      head: `<script>
        const own = (each, then) => function (run, context) { return then.call(this, run && ((one, at) => run.call(context, one, at))) }
        Array.from = function (given) { return !given ? [] : 'toArray' in Object(given) ? given.toArray() : Array.prototype.slice.call(given) }
        Array.prototype.toArray = function () { return this.slice() }
        Array.prototype.entries = Array.prototype.toArray
        Array.prototype.each = Array.prototype.forEach
        Array.prototype.toJSON = function () { return '[' + this.map((one) => JSON.stringify(one)).join(', ') + ']' }
        String.prototype.toJSON = function () { return '"' + this + '"' }
        Object.keys = function (given) { const names = []; for (const one in given) names.push(one); return names }
        Array.prototype.find = function (run, context) { for (const one of this) if (run.call(context, one)) return one }
        Function.prototype.bind = function (to, ...first) { const run = this; return function (...rest) { return run.apply(to, first.concat(rest)) } }
        window.Element = Object.assign(function (tag, attributes) { return document.createElement(tag) }, window.Element, { Methods: {} })
        window.Hash = function () {}
        window.$ = (id) => document.getElementById(id)
        Element.prototype = HTMLElement.prototype
        HTMLElement.prototype.hide = function () { this.style.display = 'none'; return this }
        HTMLElement.prototype.show = function () { this.style.display = ''; return this }
        HTMLElement.prototype.select = function (css) { return [...this.querySelectorAll(css)] }
        HTMLElement.prototype.remove = function () { this.parentNode.removeChild(this); return this }
        HTMLElement.prototype.update = function (html) { this.innerHTML = html; return this }
      </script>`,
    }),
}
