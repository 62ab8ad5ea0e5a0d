import { fill } from '../../../messages/words.ts'
import { PLUS } from '../../drawings.ts'
import { Put, Title } from '../../header.tsx'
import type { Part, PartProps } from '../../part.ts'
import styles from './minimised.css?inline'
import { texts, type MinimisedTexts } from './texts.en.ts'

export const part: Part<MinimisedTexts> = {
  styles,
  texts: { en: async () => texts, fr: async () => (await import('./texts.fr.ts')).texts },
  open: () => MinimisedBar,
}

/** What is left of the window, from any state: the last line, how many are new, and the way back. */
function MinimisedBar({ chat, words, parts, texts: own }: PartProps<MinimisedTexts>) {
  const unread = chat.arrivals.unread(chat.view()?.lines ?? [])
  const open = () => chat.say({ type: 'opened', by: 'visitor' })
  return (
    <main aria-label={fill(words.texts.chat, { site: chat.lobby().siteName })}>
      <header class="bar bar-minimised">
        <Title chat={chat} words={words} parts={parts} screen={chat.screen()} />
        {unread > 0 && (
          <span class="count" role="img" aria-label={words.counted(own.unread, unread)}>
            {unread}
          </span>
        )}
        <Put drawing={PLUS} label={own.openConversation} onPut={open} />
      </header>
    </main>
  )
}
