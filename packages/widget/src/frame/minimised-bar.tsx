import { fill } from '../messages/words.ts'
import type { ComponentProps } from './component-props.ts'
import { Put, Title } from './header.tsx'
import { PLUS } from './drawings.ts'
import type { Screen } from './screen.ts'

/** What is left of the window, from any state: the last line, how many are new, and the way back. */
export function MinimisedBar({ chat, words, parts, screen }: ComponentProps & { screen: Screen }) {
  const { texts } = words
  const unread = chat.arrivals.unread(chat.view()?.lines ?? [])
  const open = () => chat.say({ type: 'opened', by: 'visitor' })
  return (
    <main aria-label={fill(texts.chat, { site: chat.lobby().siteName })}>
      <header class="bar bar-minimised">
        <Title chat={chat} words={words} parts={parts} screen={screen} />
        {unread > 0 && (
          <span class="count" role="img" aria-label={words.counted(texts.unread, unread)}>
            {unread}
          </span>
        )}
        <Put drawing={PLUS} label={texts.openConversation} onPut={open} />
      </header>
    </main>
  )
}
