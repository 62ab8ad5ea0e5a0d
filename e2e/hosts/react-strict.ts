import { lib, type Host } from './host.ts'
import { react19 } from './react-script.ts'

// As portico-api.ts gives it to pages.
const STUB = `window.portico ??= function () {
  const call = arguments
  return new Promise((done) => (portico.q ??= []).push([call, done]))
}`

/** A component that puts the snippet on the page and takes the chat away when it goes: StrictMode has it do that twice at once. */
export const reactStrict: Host = {
  name: 'react-strict',
  html: ({
    title,
    chat,
    at,
    snippet,
  }) => `<!doctype html><html lang="en"><head><title>${title}</title>${lib('react-19.js')}</head>
    <body><div id="root"></div><script>
      ${snippet === '' ? '' : STUB}
      const h = React.createElement
      function Chat() {
        React.useEffect(() => {
          const script = Object.assign(document.createElement('script'), { async: true, src: '${chat}/portico.js' })
          script.dataset.channel = 'main'
          document.body.append(script)
          return () => {
            portico('shutdown')
            script.remove()
          }
        }, [])
        return null
      }
      const titleNow = () => (location.pathname.endsWith('/care') ? 'Care' : 'Bowls')
      function App() {
        const [title, setTitle] = React.useState(titleNow)
        React.useEffect(() => {
          const look = () => setTitle(titleNow())
          addEventListener('popstate', look)
          return () => removeEventListener('popstate', look)
        }, [])
        React.useEffect(() => {
          document.title = title
        }, [title])
        const go = (event) => {
          event.preventDefault()
          history.pushState(null, '', event.target.href)
          setTitle(titleNow())
        }
        const link = (to, name) => h('a', { key: name, href: '${at}' + to, onClick: go }, name)
        return h('main', { id: 'main' }, h('h1', null, title), h('nav', null, link('/', 'Bowls'), ' ', link('/care', 'Care')),
          h('button', { type: 'button', id: 'mine' }, 'Add to basket'), ${snippet === '' ? 'null' : 'h(Chat)'})
      }
      ReactDOM.createRoot(document.getElementById('root')).render(h(React.StrictMode, null, h(App)))
    </script></body></html>`,
  scripts: { 'react-19.js': react19 },
}
