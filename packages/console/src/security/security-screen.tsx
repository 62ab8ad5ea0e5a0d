import { Link } from '@tanstack/react-router'
import { ArrowLeft, Download } from 'lucide-react'
import { useState } from 'react'
import { useConsoleTitle } from '../app/use-console-title.ts'
import { mayAdminister, useMe } from '../auth/me-context.tsx'
import { useMessages } from '../messages/language-context.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Page } from '../parts/page.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { SecurityFilter } from './security-filter.tsx'
import { SecurityList } from './security-list.tsx'
import { searchOf, type Filter } from './security-query.ts'

/** What happened to accounts, sessions and settings, for those who answer for the place. */
export function SecurityScreen() {
  const { security, channels } = useMessages()
  useConsoleTitle(security.title)
  const me = useMe()
  const [filter, setFilter] = useState<Filter>({ kind: '', person: '' })
  if (!me) return <Skeleton rows={5} />
  const back = (
    <Link to="/settings" className={buttonClass({ look: 'icon' })} aria-label={security.back}>
      <Icon of={ArrowLeft} />
    </Link>
  )
  if (!mayAdminister(me))
    return (
      <Page title={security.title} back={back} facts={channels.forbidden}>
        {null}
      </Page>
    )
  const exported = (
    <a className={buttonClass({ look: 'line' })} href={`/api/security.csv${searchOf(filter)}`} download>
      <Icon of={Download} size="s" />
      {security.export}
    </a>
  )
  return (
    <Page title={security.title} back={back} actions={exported}>
      <SecurityFilter filter={filter} change={setFilter} />
      <SecurityList filter={filter} />
    </Page>
  )
}
