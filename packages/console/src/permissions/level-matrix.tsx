import type { Colleague, Role } from '@portico/protocol/auth'
import type { Team } from '@portico/protocol/channels'
import type { ChannelId } from '@portico/protocol/ids'
import type { Holder } from '@portico/protocol/levels'
import type { SettingsView } from '@portico/protocol/workspace'
import { Eye, Users, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../auth/use-may.ts'
import { liveChannels } from '../live/live-channels.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { Table } from '../parts/table.tsx'
import { LevelCell } from './level-cell.tsx'
import { grantedTo, levelHeld } from './level-held.ts'
import styles from './permissions.module.css'
import { permissionsTexts } from './texts.ts'

/** More columns are no table that one reads: of more channels one looks for those that are meant. */
const COLUMNS_MAX = 12
const ROLES = ['owner', 'administrator', 'supervisor', 'operator'] as const satisfies readonly Role[]

type Row =
  | { kind: 'operator'; colleague: Colleague; name: string }
  | { kind: 'team'; team: Team; name: string }
  | { kind: 'role'; role: Role; name: string }

/** Everybody's level in each channel, or in the one that is named: of people, of teams and of roles. */
export function LevelMatrix({ settings, only }: { settings: SettingsView; only?: ChannelId }) {
  const { roles } = useMessages()
  const { permissions: words } = useTexts(permissionsTexts)
  const mayChange = useMay()('levels')
  const [sought, seek] = useState('')
  const [holder, seekHolder] = useState('')
  const granted = { grants: settings.grants ?? [], teams: settings.teams ?? [] }
  const channels = only ? settings.channels.filter(({ id }) => id === only) : liveChannels(settings)
  const columns = channels.filter(({ name }) => fits(name, sought)).slice(0, COLUMNS_MAX)
  const all: Row[] = [
    ...settings.colleagues.map((colleague) => ({ kind: 'operator', colleague, name: colleague.name }) as const),
    ...granted.teams.map((team) => ({ kind: 'team', team, name: team.name }) as const),
    ...ROLES.map((role) => ({ kind: 'role', role, name: roles[role] }) as const),
  ]
  const acceptsIn = (channel: ChannelId) =>
    settings.colleagues.filter((colleague) => levelHeld(colleague, channel, granted).level === 'owner').length
  return (
    <>
      <p className={styles['text']}>
        {words.highest} {mayChange ? words.atOnce : words.mayRead}
      </p>
      <div className={styles['finds']}>
        <Find label={words.findHolder} sought={holder} seek={seekHolder} />
        {channels.length > COLUMNS_MAX && (
          <>
            <Find label={words.findChannel} sought={sought} seek={seek} />
            <span role="status">{words.shownOf(columns.length, channels.length)}</span>
          </>
        )}
      </div>
      <div className={styles['matrix']}>
        <Table
          label={words.views.channel}
          columns={[{ name: words.holder }, ...columns.map(({ id, name }) => ({ name, more: words.accepts(acceptsIn(id)) }))]}
          rows={all.filter(({ name }) => fits(name, holder))}
          keyOf={(row) => `${row.kind} ${holderOf(row).id}`}
          cells={(row) => [
            <Holding key="holder" row={row} />,
            ...columns.map((channel) => (
              <HeldLevel key={channel.id} row={row} channel={channel} granted={granted} mayChange={mayChange} />
            )),
          ]}
        />
      </div>
      <Legend />
    </>
  )
}

const fits = (name: string, sought: string) => name.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase())

const Find = ({ label, sought, seek }: { label: string; sought: string; seek: (words: string) => void }) => (
  <input type="search" aria-label={label} placeholder={label} value={sought} onChange={({ target }) => seek(target.value)} />
)

function Legend() {
  const { permissions: words } = useTexts(permissionsTexts)
  return (
    <dl className={styles['legend']}>
      {(['owner', 'participant', 'observer'] as const).map((level) => (
        <div key={level}>
          <dt>
            {level === 'observer' && <Icon of={Eye} size="xs" />}
            {words.levels[level]}
          </dt>
          <dd>{words.legend[level]}</dd>
        </div>
      ))}
    </dl>
  )
}

type Held = {
  row: Row
  channel: { id: ChannelId; name: string }
  granted: Parameters<typeof levelHeld>[2]
  mayChange: boolean
}

function HeldLevel({ row, channel, granted, mayChange }: Held) {
  const { roles } = useMessages()
  const { permissions: words } = useTexts(permissionsTexts)
  const to = holderOf(row)
  const given = { channel, to, called: row.name, mayChange }
  if (row.kind !== 'operator') return <LevelCell {...given} level={grantedTo(granted.grants, { channel: channel.id, to })} />
  const { own, level, source } = levelHeld(row.colleague, channel.id, granted)
  const called = source?.kind === 'role' ? roles[source.id] : granted.teams.find(({ id }) => id === source?.id)?.name
  const more = level && called !== undefined ? words.has(words.levels[level], called) : undefined
  return <LevelCell {...given} level={own} more={more} />
}

function Holding({ row }: { row: Row }) {
  const { roles } = useMessages()
  const { permissions: words } = useTexts(permissionsTexts)
  const what = row.kind === 'operator' ? roles[row.colleague.role] : words[row.kind]
  return (
    <span className={styles['holder']}>
      {row.kind === 'operator' ? (
        <Avatar id={row.colleague.id} name={row.name} size="s" />
      ) : (
        <Icon of={row.kind === 'team' ? UsersRound : Users} />
      )}
      <bdi>{row.name}</bdi>
      <small>{what}</small>
    </span>
  )
}

function holderOf(row: Row): Holder {
  switch (row.kind) {
    case 'operator':
      return { kind: 'operator', id: row.colleague.id }
    case 'team':
      return { kind: 'team', id: row.team.id }
    case 'role':
      return { kind: 'role', id: row.role }
  }
}
