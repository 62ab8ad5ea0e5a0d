import type { TeamId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { UsersRound } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { useMay } from '../auth/use-may.ts'
import { useState } from 'react'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import styles from './permissions.module.css'
import { TeamDialog } from './team-dialog.tsx'
import { TeamGroup } from './team-group.tsx'
import { permissionsTexts } from './texts.ts'

/** People who have levels together. */
export function TeamsScreen() {
  const { teams: words } = useTexts(permissionsTexts)
  const settings = useView<'settings'>('settings')
  const me = useMe()
  const may = useMay()
  const [making, setMaking] = useState<TeamId>()
  if (!settings || !me) return <Skeleton rows={4} />
  const teams = settings.teams ?? []
  const make = may('levels') && (
    <Button look="main" onClick={() => setMaking(newId<TeamId>())}>
      {words.make}
    </Button>
  )
  return (
    <SettingPage path="teams" facts={words.count(teams.length)} actions={make}>
      <p className={styles['text']}>{words.text}</p>
      {teams.length === 0 && <Empty icon={UsersRound} title={words.empty.title} text={words.empty.text} />}
      <div className={styles['teams']}>
        {teams.map((team) => (
          <TeamGroup key={team.id} team={team} colleagues={settings.colleagues} mayChange={may('levels')} />
        ))}
      </div>
      {making && (
        <TeamDialog
          title={words.make}
          name=""
          close={() => setMaking(undefined)}
          command={(name) => ({ type: 'team.make', team: making, name })}
        />
      )}
    </SettingPage>
  )
}
