import type { SettingsView } from '@portico/protocol/workspace'
import { useMemo, useState } from 'react'
import { useInbox } from '../conversations/inbox-context.tsx'
import { useNow } from '../live/use-now.ts'
import { useFormat, useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { classes } from '../parts/classes.ts'
import { isThere, presenceState } from '../presence/presence-state.ts'
import styles from './home.module.css'
import { OperatorList } from './operator-list.tsx'
import { homeTexts } from './texts.ts'
import { VisitorList } from './visitor-list.tsx'

/** Who is here: those who answer, and those who are answered. */
export function PeoplePanel({ settings }: { settings: SettingsView }) {
  const { home } = useTexts(homeTexts)
  const format = useFormat()
  const { inbox } = useInbox()
  const [shown, show] = useState<'operators' | 'visitors'>('operators')
  const { colleagues, presences } = settings
  const now = useNow()
  const people = useMemo(
    () =>
      colleagues.map((person) => {
        const known = presences.find(({ operator }) => operator === person.id)
        return { ...person, state: presenceState(known, now), isThere: isThere(known) }
      }),
    [colleagues, presences, now],
  )
  const there = people.filter((person) => person.isThere).length
  const open = useMemo(() => [...inbox.requests, ...inbox.mine, ...inbox.team], [inbox])
  return (
    <section className={classes(styles['panel'], styles['here'])} aria-label={home.here}>
      <header className={styles['head']}>
        <Choice
          label={home.here}
          value={shown}
          choose={show}
          options={[
            { value: 'operators', label: home.operatorsThere(format.count(there), format.count(people.length)) },
            { value: 'visitors', label: home.visitors(format.count(open.length)) },
          ]}
        />
      </header>
      {shown === 'operators' ? <OperatorList settings={settings} people={people} /> : <VisitorList rows={open} />}
    </section>
  )
}
