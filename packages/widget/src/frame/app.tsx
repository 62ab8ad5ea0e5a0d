import { fill } from '../messages/words.ts'
import { Announcer } from './announcer.tsx'
import { Conversation } from './conversation.tsx'
import type { ComponentProps } from './component-props.ts'
import { Header } from './header.tsx'
import { Introduction } from './introduction.tsx'
import type { Screen } from './screen.ts'
import { PartsNotice } from './parts-notice.tsx'
import { Skeleton } from './skeleton.tsx'

export function App({ chat, words, parts }: ComponentProps) {
  const { view } = chat.surroundings()
  const screen = chat.screen()

  if (view === 'minimised') return <>{parts.at('instead', words)}</>
  return (
    <main class="widget" aria-label={fill(words.texts.chat, { site: chat.lobby().siteName })}>
      <Header chat={chat} words={words} parts={parts} screen={screen} />
      {parts.at('notice', words)}
      <PartsNotice chat={chat} words={words} parts={parts} />
      <Pane chat={chat} words={words} parts={parts} screen={screen} />
      {screen.state !== 'locked' && <Announcer chat={chat} words={words} parts={parts} />}
      <p class="made">{words.texts.made}</p>
    </main>
  )
}

function Pane({ chat, words, parts, screen }: ComponentProps & { screen: Screen }) {
  switch (screen.state) {
    case 'loading':
      return <Skeleton words={words} />
    case 'list':
    case 'storing':
    case 'outdated':
    case 'locked':
      return <>{parts.at('whole', words)}</>
    case 'introduction':
      return <Introduction chat={chat} words={words} parts={parts} />
    case 'waiting':
    case 'conversation':
    case 'ended':
    case 'past':
      return <Conversation chat={chat} words={words} parts={parts} screen={screen} />
  }
}
