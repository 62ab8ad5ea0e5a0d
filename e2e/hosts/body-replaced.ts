import { mainOf, pageOf, quoted, routed, type Host } from './host.ts'

/** Another body in the place of the former, as pjax and its children do; the children of html come in another order. */
export const bodyReplaced: Host = {
  name: 'body-replaced',
  html: (page) =>
    pageOf(page, {
      end: routed(`(title) => {
        const body = document.createElement('body')
        body.innerHTML = ${quoted(mainOf({ ...page, title: 'TITLE' }))}.replace('TITLE', title)
        document.body.remove()
        document.documentElement.append(body)
      }`),
    }),
}
