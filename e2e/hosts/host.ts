/** A page of somebody, which makes it hard for a chat in its own way: two of them, with a link from each to the other. */
export type Host = {
  name: string
  /** Sent with both pages. */
  headers?: Record<string, string>
  html: (page: HostPage) => string | Promise<string>
  /** Scripts of its own, by the name under which `lib` has them. */
  scripts?: Record<string, () => string | Promise<string>>
}

export type HostPage = {
  /** Bowls or Care. */
  title: string
  /** What its owner was given to put on it; nothing where the same page is to be seen without. */
  snippet: string
  /** Where the chat is. */
  chat: string
  /** Where both pages are. */
  at: string
}

type Parts = { head?: string; body?: string; end?: string; html?: string }

/** A whole page with these parts: `body` before its own words, `end` after the snippet. */
export const pageOf = ({ title, snippet, at }: HostPage, { head = '', body = '', end = '', html = '' }: Parts = {}): string =>
  `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>${title}</title>${head}</head>
  <body>${body}${mainOf({ title, at })}${snippet}${end}</body></html>`

export const mainOf = ({ title, at }: Pick<HostPage, 'title' | 'at'>): string =>
  `<main id="main"><h1>${title}</h1><nav><a href="${at}/">Bowls</a> <a href="${at}/care">Care</a></nav>
    <button type="button" id="mine">Add to basket</button></main>`

/** A script of a package, as it is shipped, or one of the page's own. */
export const lib = (path: string): string => `<script src="/lib/${path}"></script>`

/** A page whose script changes its words in place, on clicks of its links and on the way back; `swap` is a function of the title. */
export const routed = (swap: string): string => `<script>
  const swap = ${swap}
  function follow() {
    addEventListener('click', (event) => {
      const link = event.target.closest?.('a')
      if (!link) return
      event.preventDefault()
      history.pushState(null, '', link.href)
      show()
    })
    addEventListener('popstate', () => show())
  }
  function show() {
    const title = location.pathname.endsWith('/care') ? 'Care' : 'Bowls'
    swap(title)
    document.title = title
  }
  follow()
</script>`

/** The words of a page, for its script. */
export const quoted = (text: string): string => JSON.stringify(text).replaceAll('</', '<\\/')
