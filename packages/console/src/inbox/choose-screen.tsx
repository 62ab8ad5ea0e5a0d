import { useInfiniteQuery } from '@tanstack/react-query'
import { MessagesSquare, Radio } from 'lucide-react'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useTexts } from '../messages/language-context.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { classes } from '../parts/classes.ts'
import { Empty } from '../parts/empty.tsx'
import { closedQuery } from './closed-pages.ts'
import { FirstSteps } from './first-steps.tsx'
import styles from './inbox-screen.module.css'
import { inboxTexts } from './texts.ts'

/** Nothing is open: what to do next. */
export function ChooseScreen() {
  const { inbox: words } = useTexts(inboxTexts)
  const { state, inbox, channels } = useInbox()
  const nothingOpen = inbox.requests.length + inbox.mine.length + inbox.team.length === 0
  const anyClosed = useAnyClosed(state === 'ready' && nothingOpen)
  const first = state === 'ready' && nothingOpen && anyClosed === false
  return (
    <section
      className={classes(styles['choose'], first && channels.length > 0 && styles['first'])}
      aria-label={words.choose.title}
    >
      {state === 'ready' && channels.length === 0 ? (
        <Empty icon={Radio} title={words.noChannel.title} text={words.noChannel.text}>
          <ButtonLink to="/settings/channels">{words.noChannel.action}</ButtonLink>
        </Empty>
      ) : first ? (
        <FirstSteps />
      ) : (
        <Empty icon={MessagesSquare} title={words.choose.title} text={words.choose.text} />
      )}
    </section>
  )
}

/** Whether any conversation has ended yet; unknown until asked and answered. */
function useAnyClosed(ask: boolean): boolean | undefined {
  const { data } = useInfiniteQuery({ ...closedQuery, enabled: ask })
  return data && data.pages.some((page) => page.rows.length > 0)
}
