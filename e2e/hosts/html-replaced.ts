import { mainOf, pageOf, quoted, routed, type Host } from './host.ts'

/** Another html in the place of the former, as frameworks do that throw away what they cannot hydrate. */
export const htmlReplaced: Host = {
  name: 'html-replaced',
  html: (page) =>
    pageOf(page, {
      end: routed(`(title) => {
        const html = new DOMParser().parseFromString(${quoted(mainOf({ ...page, title: 'TITLE' }))}.replace('TITLE', title), 'text/html')
        document.documentElement.replaceWith(document.adoptNode(html.documentElement))
      }`),
    }),
}
