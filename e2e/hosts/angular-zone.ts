import { lib, pageOf, quoted, routed, mainOf, type Host } from './host.ts'

/** Angular's zone, as NgZone forks it: the page puts the snippet on itself from within, and draws everything anew after each task there. */
export const angularZone: Host = {
  name: 'angular-zone',
  html: (page) =>
    pageOf(
      { ...page, snippet: '' },
      {
        head: lib('zone.js/bundles/zone.umd.js'),
        end: `${routed(`(title) => { document.getElementById('main').outerHTML = ${quoted(mainOf({ ...page, title: 'TITLE' }))}.replace('TITLE', title) }`)}
        <script>
          window.complaints = []
          let isBegun = false
          Zone.current.fork({
            name: 'angular',
            properties: { isAngularZone: true },
            onInvokeTask: (delegate, current, target, task, applyThis, applyArgs) => {
              if (isBegun) complaints.push('Angular draws for ' + task.source)
              return delegate.invokeTask(target, task, applyThis, applyArgs)
            },
          }).run(() => {
            const holder = document.createElement('template')
            holder.innerHTML = ${quoted(page.snippet)}
            const given = holder.content.firstElementChild
            if (!given) return
            const script = document.createElement('script')
            for (const { name, value } of given.attributes) script.setAttribute(name, value)
            document.body.append(script)
          })
          addEventListener('portico:ready', () => (isBegun = true))
        </script>`,
      },
    ),
}
