import { useQuery } from '@tanstack/react-query'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useView } from '../live/use-view.ts'
import { useNow } from '../live/use-now.ts'
import { useLanguage, useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { Page } from '../parts/page.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { usePreferences, useSetPreferences } from '../preferences/use-preferences.ts'
import { useScreenTitle } from '../rooms/screen-title.ts'
import { ChecklistBar } from '../welcome/checklist-bar.tsx'
import { useChecklist } from '../welcome/use-checklist.ts'
import { ActivePanel } from './active-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import styles from './home.module.css'
import { HoursPanel } from './hours-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { QueuePanel } from './queue-panel.tsx'
import { homeTexts } from './texts.ts'
import { todayQuery } from './today-query.ts'

/** What goes on now, who is there, and how today goes beside other days. */
export function HomeScreen() {
  const { home } = useTexts(homeTexts)
  useScreenTitle(home.title)
  const me = useMe()
  const settings = useView<'settings'>('settings')
  const { state, inbox, channels } = useInbox()
  const checklist = useChecklist([...inbox.requests, ...inbox.mine, ...inbox.team])
  // The same choice as that of the inbox: what is counted here is what is listed there.
  const { channels: which } = usePreferences()
  const set = useSetPreferences()
  const today = useQuery(todayQuery(which))
  if (!me || !settings || state === 'waiting') return <Skeleton rows={8} />
  const scope = (mayAdminister(me) || channels.some(({ id }) => !me.channels.includes(id))) && (
    <Choice
      label={home.which}
      value={which}
      choose={(chosen) => set({ channels: chosen })}
      options={[
        { value: 'mine', label: home.mine },
        { value: 'all', label: home.all },
      ]}
    />
  )
  return (
    <Page title={home.title} facts={<Instant zone={settings.siteZone} />} actions={scope}>
      <div className={styles['panels']}>
        <FiguresPanel today={today.data} failed={today.isError} />
        <div className={styles['main']}>
          <QueuePanel settings={settings} which={which} />
          <ActivePanel />
        </div>
        <div className={styles['side']}>
          <PeoplePanel settings={settings} />
          {today.data && <HoursPanel today={today.data} />}
        </div>
        {checklist.state === 'shown' && (
          <div className={styles['whole']}>
            <ChecklistBar checklist={checklist} />
          </div>
        )}
      </div>
    </Page>
  )
}

/** The day and the time of the site, whose days the figures are of. */
function Instant({ zone }: { zone: string | undefined }) {
  const { home } = useTexts(homeTexts)
  const language = useLanguage()
  const now = useNow()
  const written = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone ?? 'UTC',
  })
  return home.at(written.format(now), (zone ?? 'UTC').replace(/^.*\//, '').replaceAll('_', ' '))
}
