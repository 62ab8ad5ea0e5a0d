import { render } from 'preact'
import { openWords, type Words } from '../messages/words.ts'
import { onIdle } from '../on-idle.ts'
import { App } from './app.tsx'
import { openClock } from './clock.ts'
import { openColours } from './colours.ts'
import { openFocus } from './focus.ts'
import { openParts } from './open-parts.tsx'
import { openPagePort, type PagePort } from './page-port.ts'
import { rooms } from './parts.ts'
import { openTaking } from './taking.ts'
import { openTypeface } from './typeface/typeface.ts'
import { openVisit } from './visit.ts'
import '../../../client/tokens.css'
import './base.css'
import './window.css'
import './forms.css'
import './composer.css'
import './whole-screen.css'

// Parts import what they share from here: whoever waited for the page around in this file would have them wait too.
void openPagePort().then(show)
// What most parts import: so that it does not come after them.
import('./talk.ts').catch(() => {})

async function show(port: PagePort) {
  const chat = openVisit(port)
  const parts = openParts(chat, rooms)
  const take = openTaking(chat)
  const focus = openFocus(chat)
  const fetchTypeface = openTypeface(chat)
  const tick = openClock(chat)
  const page = document.documentElement
  const colour = openColours(page)
  let words: Words | undefined

  async function draw() {
    const { locale, theme, small, config } = chat.surroundings()
    if (words?.locale !== locale) words = await openWords(locale)
    const spoken = words
    page.lang = locale
    page.toggleAttribute('data-small', small)
    if (theme) page.dataset.theme = theme
    colour(config.options.appearance)
    render(<App chat={chat} words={spoken} parts={parts} />, document.body)
    take()
    focus()
    tick()
    fetchTypeface()
    onIdle(() => parts.fetchAhead(spoken))
  }

  chat.subscribe(() => void draw())
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') chat.say({ type: 'closed', by: 'visitor' })
  })
  await draw()
  port.say({ type: 'drawn' })
}
