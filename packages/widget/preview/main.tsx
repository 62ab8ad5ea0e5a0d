import { render } from 'preact'
import { Panel } from './panel.tsx'
import { Shop } from './shop.tsx'
import '@fontsource-variable/inter'
import '../../client/tokens.css'
import './preview.css'

type Preview = { channel: string; siteName: string }

const answer = await fetch('./api/preview')
const { channel } = (await answer.json()) as Preview // our own server's
const script = Object.assign(document.createElement('script'), { async: true, src: new URL('./portico.js', location.href).href })
script.dataset.channel = channel
// The console holds the page in a frame with the snippet beside it, or opens it beside itself: there one goes on by writing.
const how = new URLSearchParams(location.search)
const isDocked = how.has('docked')
const snippet = script.outerHTML.replace(' async=""', ' async')

render(
  <>
    {!isDocked && <Panel snippet={snippet} />}
    <Shop />
  </>,
  document.body,
)
if (isDocked || how.has('open')) script.addEventListener('load', () => void openChat())
document.body.append(script)

// In the console's frame the focus stays where it was: nobody is to write to himself unawares.
async function openChat(): Promise<void> {
  const outside = isDocked ? window.parent.document : undefined
  const before = outside?.activeElement
  await window.portico?.('open')
  for (const [element, does] of [
    [window.frameElement, 'blur'],
    [before, 'focus'],
  ] as const) {
    if (outside && element) (element as HTMLElement)[does]() // of another window, whose classes are others
  }
}
