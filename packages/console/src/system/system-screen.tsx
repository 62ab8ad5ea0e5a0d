import { JOB_STATES, JOBS_COUNTED_MAX, type JobState } from '@portico/protocol/system'
import { useInfiniteQuery } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import { JobList } from './job-list.tsx'
import { jobsQuery } from './jobs-query.ts'
import styles from './system.module.css'
import { systemTexts } from './texts.ts'

/** What waits, what failed and why, for those who answer for the place. */
export function SystemScreen() {
  const { system } = useTexts(systemTexts)
  const { shell } = useMessages()
  const me = useMe()
  const may = useMay()
  if (!me) return <Skeleton rows={5} />
  if (!may('jobs'))
    return (
      <SettingPage path="system" facts={shell.forbidden}>
        {null}
      </SettingPage>
    )
  return (
    <SettingPage path="system" facts={system.text}>
      <Jobs />
    </SettingPage>
  )
}

function Jobs() {
  const { system } = useTexts(systemTexts)
  const format = useFormat()
  const [state, setState] = useState<JobState>('parked')
  const query = useInfiniteQuery(jobsQuery(state))
  const [newest] = query.data?.pages ?? []
  const countOf = (each: JobState) => {
    if (!newest) return '…'
    const count = newest.counts[each]
    return count > JOBS_COUNTED_MAX ? system.moreThan(format.count(JOBS_COUNTED_MAX)) : format.count(count)
  }
  const options = JOB_STATES.map((value) => ({ value, label: system.states[value](countOf(value)) }))
  return (
    <>
      <div className={styles['head']}>
        <Choice label={system.which} options={options} value={state} choose={setState} />
        <Button look="icon" aria-label={system.refresh} title={system.refresh} onClick={() => void query.refetch()}>
          <Icon of={RotateCw} />
        </Button>
        <p>{system.explained[state]}</p>
        {newest?.paused.map(({ destination, until }) => (
          <p key={destination} role="status">
            {system.paused(destination, format.dateTime(until))}
          </p>
        ))}
      </div>
      <JobList state={state} />
    </>
  )
}
