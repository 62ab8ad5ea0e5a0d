import { runInNewContext } from 'node:vm'
import { lib, type Host, type HostPage } from './host.ts'
import { react19, reactOf, type ReactVersion } from './react-script.ts'

type Told = { title: string; chat: string; at: string; chats: boolean }

// Runs on both sides, of one of two Reacts, so it is a text.
const APP = `function App({ title: first, chat, at, chats }) {
  const h = React.createElement
  const [title, setTitle] = React.useState(first)
  const look = () => setTitle(location.pathname.endsWith('/care') ? 'Care' : 'Bowls')
  React.useEffect(() => {
    addEventListener('popstate', look)
    return () => removeEventListener('popstate', look)
  }, [])
  const go = (event) => {
    event.preventDefault()
    history.pushState(null, '', event.target.href)
    look()
  }
  const link = (to, name) => h('a', { key: name, href: at + to, onClick: go }, name)
  return h('html', { lang: 'en' },
    h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, title)),
    h('body', null,
      h('main', { id: 'main' }, h('h1', null, title), h('nav', null, link('/', 'Bowls'), ' ', link('/care', 'Care')),
        h('button', { type: 'button', id: 'mine' }, 'Add to basket')),
      chats ? h('script', { async: true, src: chat + '/portico.js', 'data-channel': 'main' }) : null))
}`

// As late as can be: when the chat stands already. What does not match makes React throw away all that the server has made.
const hydrate = (told: Told): string => `${APP}
  window.complaints = []
  const hydrate = () => ReactDOM.hydrateRoot(document, React.createElement(App, ${JSON.stringify(told)}), {
    onRecoverableError: (error) => complaints.push(error.message),
  })
  if (${told.chats}) addEventListener('portico:ready', () => setTimeout(hydrate, 50), { once: true })
  else hydrate()`

const reactDocument = (version: ReactVersion, scripts: string): Host => ({
  name: `react-${version}-document`,
  html: ({ title, chat, at, snippet }: HostPage) => {
    const React = reactOf(version)('react') as { createElement: (app: unknown, told: Told) => unknown } // what is used of it
    const { renderToString } = reactOf(version)('react-dom/server') as { renderToString: (made: unknown) => string } // what is used of it
    const App = runInNewContext(`(${APP})`, { React }) as unknown // a component
    const told = { title, chat, at, chats: snippet !== '' }
    const html = renderToString(React.createElement(App, told))
    return `<!doctype html>${html.replace('</html>', '')}${scripts}<script>document.currentScript.remove();${hydrate(told)}</script>`
  },
  ...(version === 19 && { scripts: { 'react-19.js': react19 } }),
})

/** Pages that React has made as a whole, html and all, and takes over in the browser: whoever stands where it expects nobody is a mistake. */
export const react18Document = reactDocument(
  18,
  lib('react/umd/react.development.js') + lib('react-dom/umd/react-dom.development.js'),
)
export const react19Document = reactDocument(19, lib('react-19.js'))
