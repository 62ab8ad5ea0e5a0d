import { useEffect } from 'preact/hooks'
import { fill } from '../messages/words.ts'
import { Announcer } from './announcer.tsx'
import { ConnectionNotice } from './connection-notice.tsx'
import { Conversation } from './conversation.tsx'
import type { ComponentProps } from './component-props.ts'
import { Header } from './header.tsx'
import { Introduction } from './introduction.tsx'
import { MinimisedBar } from './minimised-bar.tsx'
import type { Screen } from './screen.ts'
import { Skeleton } from './skeleton.tsx'
import { Stopped } from './stopped.tsx'

const TICK_MS = 30_000
const WAITING_TICK_MS = 1000

export function App({ visit, words }: ComponentProps) {
  const { view, focused } = visit.surroundings()
  const screen = visit.screen()
  const waiting = visit.connection()?.live.link().state === 'waiting'

  // Relative times and the countdown of a lost connection go on by themselves.
  useEffect(() => {
    if (view === 'away') return undefined
    const timer = setInterval(visit.changed, waiting ? WAITING_TICK_MS : TICK_MS)
    return () => clearInterval(timer)
  }, [view, waiting])

  // The visitor types where typing goes on: when he asks to, and when what he typed in has given way to something else.
  useEffect(() => {
    if (focused > 0 && view !== 'away') focusFirst()
  }, [focused])
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) focusFirst()
  }, [screen.state, view])

  if (view === 'minimised') return <MinimisedBar visit={visit} words={words} screen={screen} />
  return (
    <main class="widget" aria-label={fill(words.texts.chat, { site: visit.lobby().siteName })}>
      <Header visit={visit} words={words} screen={screen} />
      <ConnectionNotice visit={visit} words={words} />
      <Pane visit={visit} words={words} screen={screen} />
      {screen.state !== 'locked' && <Announcer visit={visit} words={words} />}
      <p class="made">{words.texts.made}</p>
    </main>
  )
}

function Pane({ visit, words, screen }: ComponentProps & { screen: Screen }) {
  switch (screen.state) {
    case 'loading':
      return <Skeleton words={words} />
    case 'introduction':
      return <Introduction key={visit.surroundings().question} visit={visit} words={words} />
    case 'waiting':
    case 'conversation':
    case 'ended':
      return <Conversation visit={visit} words={words} screen={screen} />
    case 'outdated':
    case 'locked':
      return <Stopped visit={visit} words={words} outdated={screen.state === 'outdated'} />
  }
}

function focusFirst(): void {
  document.querySelector<HTMLElement>('[data-first=""],[data-first=true]')?.focus()
}
