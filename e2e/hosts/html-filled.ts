import { mainOf, pageOf, quoted, routed, type Host } from './host.ts'

/** html filled anew, the head too. */
export const htmlFilled: Host = {
  name: 'html-filled',
  html: (page) =>
    pageOf(page, {
      end: routed(`(title) => {
        document.documentElement.innerHTML = '<head></head><body>' + ${quoted(mainOf({ ...page, title: 'TITLE' }))}.replace('TITLE', title)
      }`),
    }),
}
