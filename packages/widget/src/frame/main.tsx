import { render } from 'preact'
import { openWords, type Words } from '../messages/words.ts'
import { App } from './app.tsx'
import { coloursOf } from './colours.ts'
import { openPagePort } from './page-port.ts'
import { openVisit } from './visit.ts'
import '@fontsource-variable/inter'
import '../../../client/tokens.css'
import './base.css'
import './people.css'
import './window.css'
import './forms.css'
import './log.css'
import './composer.css'
import './states.css'
import './whole-screen.css'

const port = await openPagePort()
const visit = openVisit(port)
let words: Words | undefined

visit.subscribe(() => void draw())
await draw()

addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') visit.say({ type: 'closed', by: 'visitor' })
})

async function draw() {
  const { locale, theme, small, config } = visit.surroundings()
  if (words?.locale !== locale) words = await openWords(locale)
  const page = document.documentElement
  page.lang = locale
  page.toggleAttribute('data-small', small)
  if (theme) page.dataset.theme = theme
  for (const [name, colour] of Object.entries(coloursOf(config.options.appearance))) page.style.setProperty(name, colour)
  render(<App visit={visit} words={words} />, document.body)
}
