import { lib, pageOf, type Host } from './host.ts'

/** Swup fills a container anew while html carries classes that move it. */
export const swup: Host = {
  name: 'swup',
  html: (page) =>
    pageOf(page, {
      head: `${lib('swup/dist/Swup.umd.js')}<style>
        .transition-main { transition: opacity 0.05s } html.is-animating .transition-main { opacity: 0 }</style>`,
      body: '<div id="swup" class="transition-main">',
      end: `<script>document.currentScript.remove()</script></div><script>new Swup()</script>`,
    }),
}
