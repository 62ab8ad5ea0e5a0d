import type { Colleague } from '@portico/protocol/auth'
import { UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import { useConsoleTitle } from '../app/use-console-title.ts'
import { mayAdminister, useMe } from '../auth/me-context.tsx'
import { useView } from '../live/use-view.ts'
import { useFormat, useMessages } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Page } from '../parts/page.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { Table } from '../parts/table.tsx'
import { PresenceWord } from '../presence/presence-word.tsx'
import { presenceState } from '../presence/presence-state.ts'
import { ColleagueActions } from './colleague-actions.tsx'
import { ColleagueCell } from './colleague-cell.tsx'
import { InvitationList } from './invitation-list.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { PresenceLegend } from './presence-legend.tsx'

/** Who works here, and who is there at the moment. */
export function TeamScreen() {
  const { screens, team, roles } = useMessages()
  const format = useFormat()
  useConsoleTitle(screens.team)
  const settings = useView<'settings'>('settings')
  const me = useMe()
  const [inviting, setInviting] = useState(false)
  const invite = mayAdminister(me) && (
    <Button look="main" onClick={() => setInviting(true)}>
      <Icon of={UserPlus} size="s" />
      {team.invite}
    </Button>
  )
  if (!settings || !me) return <Skeleton rows={5} />
  const stateOf = (colleague: Colleague) =>
    presenceState(settings.presences.find((presence) => presence.operator === colleague.id))
  const cells = (colleague: Colleague) => [
    <ColleagueCell key="person" colleague={colleague} state={stateOf(colleague)} you={colleague.id === me.id} />,
    <PresenceWord key="presence" state={stateOf(colleague)} />,
    roles[colleague.role],
    <time key="since" dateTime={new Date(colleague.joinedAt).toISOString()}>
      {format.day(colleague.joinedAt)}
    </time>,
    <ColleagueActions key="actions" colleague={colleague} me={me} />,
  ]
  const columns = [
    { name: team.person },
    { name: team.presence, narrow: true },
    { name: team.role, narrow: true },
    { name: team.since, narrow: true },
    { name: team.actions, hidden: true },
  ]
  return (
    <Page title={screens.team} facts={team.count(settings.colleagues.length)} actions={invite}>
      <Table
        label={screens.team}
        columns={columns}
        rows={settings.colleagues}
        keyOf={(colleague) => colleague.id}
        cells={cells}
      />
      {settings.colleagues.length === 1 && <Empty icon={Users} title={team.alone.title} text={team.alone.text} />}
      {mayAdminister(me) && <InvitationList />}
      <PresenceLegend />
      <InviteDialog open={inviting} close={() => setInviting(false)} />
    </Page>
  )
}
