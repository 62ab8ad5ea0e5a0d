import { pageOf, routed, type Host } from './host.ts'

/** What Astro's router does within a transition of the document: what is not in the next head goes, and the body is another. */
export const astro: Host = {
  name: 'astro',
  html: (page) =>
    pageOf(page, {
      end: routed(`async (title) => {
        const text = await (await fetch(location.href)).text()
        const next = new DOMParser().parseFromString(text, 'text/html')
        await document.startViewTransition(() => {
          const { documentElement: html, head } = document
          for (const { name } of [...html.attributes]) html.removeAttribute(name)
          for (const { name, value } of next.documentElement.attributes) html.setAttribute(name, value)
          for (const one of [...head.children]) if (![...next.head.children].some((other) => other.isEqualNode(one))) one.remove()
          document.body.replaceWith(next.body)
          for (const old of document.scripts) {
            if (!old.src) continue
            const script = document.createElement('script')
            for (const { name, value } of old.attributes) script.setAttribute(name, value)
            old.replaceWith(script)
          }
        }).finished
      }`),
    }),
}
