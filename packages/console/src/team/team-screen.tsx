import type { Colleague } from '@portico/protocol/auth'
import { UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import { mayAdminister } from '../auth/may-administer.ts'
import { useMe } from '../auth/me-context.tsx'
import { labelsTexts } from '../labels/texts.ts'
import { SkillChips } from '../labels/skill-chips.tsx'
import { useNow } from '../live/use-now.ts'
import { useView } from '../live/use-view.ts'
import { useFormat, useMessages, useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/skeleton.tsx'
import { Table } from '../parts/table.tsx'
import { presenceState } from '../presence/presence-state.ts'
import { PresenceWord } from '../presence/presence-word.tsx'
import { SettingPage } from '../rooms/setting-page.tsx'
import { ColleagueActions } from './colleague-actions.tsx'
import { ColleagueCell } from './colleague-cell.tsx'
import { InvitationList } from './invitation-list.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { PresenceLegend } from './presence-legend.tsx'
import { teamTexts } from './texts.ts'
import { WithdrawnList } from './withdrawn-list.tsx'

/** Who works here, and who is there at the moment. */
export function TeamScreen() {
  const { roles } = useMessages()
  const { team } = useTexts(teamTexts)
  const { skills } = useTexts(labelsTexts)
  const format = useFormat()
  const settings = useView<'settings'>('settings')
  const me = useMe()
  const now = useNow()
  const [inviting, setInviting] = useState(false)
  const invite = mayAdminister(me) && (
    <Button look="main" onClick={() => setInviting(true)}>
      <Icon of={UserPlus} size="s" />
      {team.invite}
    </Button>
  )
  if (!settings || !me) return <Skeleton rows={5} />
  const stateOf = (colleague: Colleague) =>
    presenceState(
      settings.presences.find((presence) => presence.operator === colleague.id),
      now,
    )
  const cells = (colleague: Colleague) => [
    <ColleagueCell key="person" colleague={colleague} state={stateOf(colleague)} you={colleague.id === me.id} />,
    <PresenceWord key="presence" state={stateOf(colleague)} />,
    roles[colleague.role],
    <SkillChips key="skills" operator={colleague.id} />,
    <time key="since" dateTime={new Date(colleague.joinedAt).toISOString()}>
      {format.day(colleague.joinedAt)}
    </time>,
    <ColleagueActions key="actions" colleague={colleague} me={me} />,
  ]
  const columns = [
    { name: team.person },
    { name: team.presence, narrow: true },
    { name: team.role, narrow: true },
    { name: skills.title, narrow: true },
    { name: team.since, narrow: true },
    { name: team.actions, hidden: true },
  ]
  return (
    <SettingPage path="team" facts={team.count(settings.colleagues.length)} actions={invite}>
      <Table label={team.title} columns={columns} rows={settings.colleagues} keyOf={(colleague) => colleague.id} cells={cells} />
      {settings.colleagues.length === 1 && <Empty icon={Users} title={team.alone.title} text={team.alone.text} />}
      {mayAdminister(me) && <WithdrawnList />}
      {mayAdminister(me) && <InvitationList />}
      <PresenceLegend />
      <InviteDialog open={inviting} close={() => setInviting(false)} />
    </SettingPage>
  )
}
