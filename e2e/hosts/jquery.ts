import { lib, pageOf, type Host } from './host.ts'

/** jQuery, which runs what it is given to put on the page from elements of its own. */
export const jQuery: Host = {
  name: 'jquery',
  html: (page) =>
    pageOf(page, {
      head: lib('jquery/dist/jquery.js'),
      end: `<script>jQuery(() => jQuery('#main').append('<p>Put here by jQuery</p><script>window.put = 1<\\/script>'))</script>`,
    }),
}
