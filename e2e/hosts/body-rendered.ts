import { mainOf, pageOf, quoted, routed, type Host } from './host.ts'

/** An application that begins by emptying the body, and empties it again whenever one goes on. */
export const bodyRendered: Host = {
  name: 'body-rendered',
  html: (page) =>
    pageOf(page, {
      end: `${routed(`(title) => { document.body.innerHTML = ${quoted(mainOf({ ...page, title: 'TITLE' }))}.replace('TITLE', title) }`)}
        <script>addEventListener('load', () => setTimeout(show, 300))</script>`,
    }),
}
