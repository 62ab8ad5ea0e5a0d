import { render } from 'preact'
import { Panel } from './panel.tsx'
import { Shop } from './shop.tsx'
import '@fontsource-variable/inter'
import '../../client/tokens.css'
import './preview.css'

type Preview = { channel: string; siteName: string }

const answer = await fetch('/api/preview')
const { channel } = (await answer.json()) as Preview // our own server's
const script = Object.assign(document.createElement('script'), { async: true, src: `${location.origin}/portico.js` })
script.dataset.channel = channel
const snippet = script.outerHTML.replace(' async=""', ' async')

render(
  <>
    <Panel snippet={snippet} />
    <Shop />
  </>,
  document.body,
)
document.body.append(script)
