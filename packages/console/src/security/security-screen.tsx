import { Download } from 'lucide-react'
import { useState } from 'react'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { buttonClass } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { address } from '../requests/address.ts'
import { SettingPage } from '../rooms/setting-page.tsx'
import { SecurityFilter } from './security-filter.tsx'
import { SecurityList } from './security-list.tsx'
import { searchOf, type Filter } from './security-query.ts'
import { securityTexts } from './texts.ts'

/** What happened to accounts, sessions and settings, for those who answer for the place. */
export function SecurityScreen() {
  const { security } = useTexts(securityTexts)
  const { shell } = useMessages()
  const me = useMe()
  const may = useMay()
  const [filter, setFilter] = useState<Filter>({ kind: '', person: '' })
  if (!me) return <Skeleton rows={5} />
  if (!may('security'))
    return (
      <SettingPage path="security" facts={shell.forbidden}>
        {null}
      </SettingPage>
    )
  const exported = (
    <a className={buttonClass({ look: 'line' })} href={address(`/api/security.csv${searchOf(filter)}`)} download>
      <Icon of={Download} size="s" />
      {security.export}
    </a>
  )
  return (
    <SettingPage path="security" facts={security.text} actions={exported}>
      <SecurityFilter filter={filter} change={setFilter} />
      <SecurityList filter={filter} />
    </SettingPage>
  )
}
