import { mainOf, pageOf, quoted, routed, type Host } from './host.ts'

/** A page that is written over, with all that listens on it, each time one goes on. */
export const documentWrite: Host = {
  name: 'document-write',
  html: (page) =>
    pageOf(page, {
      end: routed(`(title) => {
        document.open()
        document.write('<!doctype html><html lang="en"><head><title>Written</title></head><body>')
        document.write(${quoted(mainOf({ ...page, title: 'TITLE' }))}.replace('TITLE', title))
        document.close()
        follow()
      }`),
    }),
}
