import { fill } from '../messages/words.ts'
import type { ComponentProps } from './component-props.ts'
import { Put, Standing, Who } from './header.tsx'
import type { Screen } from './screen.ts'
import { isFromStaff } from './turns.ts'

/** What is left of the window, from any state: the last line, how many are new, and the way back. */
export function MinimisedBar({ visit, words, screen }: ComponentProps & { screen: Screen }) {
  const { texts } = words
  const unread = visit.unread()
  const open = () => visit.say({ type: 'opened', by: 'visitor' })
  const last = screen.state === 'conversation' ? visit.lines().findLast(isFromStaff) : undefined
  return (
    <main aria-label={fill(texts.chat, { site: visit.lobby().siteName })}>
      <header class="bar bar-minimised">
        <Who visit={visit} words={words} screen={screen}>
          {last?.body.kind === 'message' ? last.body.text : <Standing visit={visit} words={words} screen={screen} />}
        </Who>
        {unread > 0 && (
          <span class="count" role="img" aria-label={words.counted(texts.unread, unread)}>
            {unread}
          </span>
        )}
        <Put icon="plus" label={texts.openConversation} onPut={open} />
      </header>
    </main>
  )
}
