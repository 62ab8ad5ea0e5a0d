import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { MessagesSquare, Radio } from 'lucide-react'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe, useMyId } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { liveChannels } from '../live/live-channels.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { ButtonLink } from '../parts/button.tsx'
import { classes } from '../parts/classes.ts'
import { Empty } from '../parts/empty.tsx'
import { Drawn } from '../rooms/drawn.tsx'
import type { Load } from '../rooms/room.ts'
import { type Checklist, useChecklist } from '../welcome/use-checklist.ts'
import { useKeptWords } from '../welcome/use-kept-words.ts'
import styles from './inbox-screen.module.css'
import { inboxTexts } from './texts.ts'
import { useClosedQuery } from './use-closed-query.ts'
import { useKnownRows } from './use-known-rows.ts'

const firstWelcome: Load<{ checklist: Checklist }> = async () => (await import('../welcome/first-welcome.tsx')).FirstWelcome
const operatorWelcome: Load<{ dismiss: () => void }> = async () =>
  (await import('../welcome/operator-welcome.tsx')).OperatorWelcome

/** Nothing is open: what to do next. */
export function ChooseScreen() {
  const { inbox: words } = useTexts(inboxTexts)
  const shown = useShown()
  return (
    <section
      className={classes(styles['choose'], shown.state !== 'choose' && shown.state !== 'no-channel' && styles['first'])}
      aria-label={words.choose.title}
    >
      {shown.state === 'no-channel' && (
        <Empty icon={Radio} title={words.noChannel.title} text={words.noChannel.text}>
          <ButtonLink to="/settings/channels">{words.noChannel.action}</ButtonLink>
        </Empty>
      )}
      {shown.state === 'set-up' && <Drawn of={firstWelcome} with={{ checklist: shown.checklist }} />}
      {shown.state === 'invited' && <Drawn of={operatorWelcome} with={{ dismiss: shown.dismiss }} />}
      {shown.state === 'choose' && <Empty icon={MessagesSquare} title={words.choose.title} text={words.choose.text} />}
    </section>
  )
}

type Shown =
  | { state: 'choose' | 'no-channel' }
  | { state: 'set-up'; checklist: Checklist }
  | { state: 'invited'; dismiss: () => void }

/** Whoever sets up is shown how; whoever was invited to answer is welcomed until he has understood, or has something to do. */
function useShown(): Shown {
  const { state, inbox, channels } = useInbox()
  const me = useMe()
  const { welcome = false } = useSearch({ strict: false })
  const nothingOpen = inbox.requests.length + inbox.mine.length + inbox.team.length === 0
  const anyClosed = useAnyClosed(state === 'ready' && nothingOpen)
  // Where there are channels that one is not in, the place is not new, however empty one's own are.
  const seesAll = liveChannels(useView<'settings'>('settings')).length <= channels.length
  const checklist = useChecklist(useKnownRows())
  const [welcomed, understand] = useKeptWords(`portico.welcomed.${useMyId()}`)
  if (state !== 'ready' || !me) return { state: 'choose' }
  if (channels.length === 0) return { state: 'no-channel' }
  if (mayAdminister(me)) {
    const isFresh = nothingOpen && anyClosed === false && seesAll
    return checklist.state === 'shown' && (isFresh || welcome) ? { state: 'set-up', checklist } : { state: 'choose' }
  }
  const isNew = !welcomed.has('understood') && inbox.mine.length === 0
  return isNew ? { state: 'invited', dismiss: () => understand('understood') } : { state: 'choose' }
}

/** Whether any conversation has ended yet; unknown until asked and answered. */
function useAnyClosed(ask: boolean): boolean | undefined {
  const { data } = useInfiniteQuery({ ...useClosedQuery(), enabled: ask })
  return data && data.pages.some((page) => page.rows.length > 0)
}
