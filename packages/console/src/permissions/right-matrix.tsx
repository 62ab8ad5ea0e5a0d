import type { Role } from '@portico/protocol/auth'
import { RIGHTS, ROLES_WITH_RIGHTS, type Right, type RoleWithRights } from '@portico/protocol/rights'
import type { SettingsView } from '@portico/protocol/workspace'
import { Check, Minus } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { useCommand } from '../live/use-command.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './permissions.module.css'
import { permissionsTexts } from './texts.ts'

/** Those that go by the level in a channel, or with a role for good: shown, and not to be changed here. */
type Fixed = keyof typeof FIXED
type Group = (typeof GROUPS)[number]
type Row = { kind: 'right'; right: Right } | { kind: 'fixed'; fixed: Fixed }

const GROUPS = ['conversations', 'visitors', 'workspace', 'team'] as const
const FIXED = { conversations: 'conversations', people: 'team', roles: 'team' } as const satisfies Record<string, Group>
const GROUP_OF: Record<Right, Group> = {
  visitors: 'visitors',
  channels: 'workspace',
  levels: 'workspace',
  site: 'workspace',
  jobs: 'team',
  security: 'team',
}
const ROWS: readonly (Row & { group: Group })[] = [
  ...(Object.keys(FIXED) as Fixed[]).map((fixed) => ({ kind: 'fixed', fixed, group: FIXED[fixed] }) as const), // its own keys
  ...RIGHTS.map((right) => ({ kind: 'right', right, group: GROUP_OF[right] }) as const),
]
const ROLES = ['owner', ...ROLES_WITH_RIGHTS] as const satisfies readonly Role[]

/** What each role may do. Owners have every right, and say which the others have. */
export function RightMatrix({ settings }: { settings: SettingsView }) {
  const { roles } = useMessages()
  const { permissions: words } = useTexts(permissionsTexts)
  const mayChange = useMe()?.role === 'owner'
  const countOf = (role: Role) => settings.colleagues.filter((colleague) => colleague.role === role).length
  return (
    <>
      <div className={styles['scrolls']} tabIndex={0} role="group" aria-label={words.views.role}>
        <table className={styles['rights']}>
          <thead>
            <tr>
              <th scope="col">{words.may}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col">
                  {roles[role]}
                  <small>{words.people(countOf(role))}</small>
                </th>
              ))}
            </tr>
          </thead>
          {GROUPS.map((group) => (
            <tbody key={group}>
              <tr>
                <th scope="rowgroup" colSpan={ROLES.length + 1} className={styles['group']}>
                  {words.groups[group]}
                </th>
              </tr>
              {ROWS.filter((row) => row.group === group).map((row) => (
                <RightRow
                  key={row.kind === 'fixed' ? row.fixed : row.right}
                  row={row}
                  settings={settings}
                  mayChange={mayChange}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <p className={styles['note']}>{mayChange ? words.clickACell : words.ownersChange}</p>
    </>
  )
}

function RightRow({ row, settings, mayChange }: { row: Row; settings: SettingsView; mayChange: boolean }) {
  const { permissions: words } = useTexts(permissionsTexts)
  const holds = (role: Role, right: Right) =>
    role === 'owner' || (settings.rights ?? []).some((held) => held.role === role && held.right === right)
  const cellOf = (role: Role) => {
    if (row.kind === 'fixed') return <Said what={words.fixed[row.fixed][role]} />
    const isHeld = holds(role, row.right)
    if (role === 'owner' || !mayChange) return <Held isHeld={isHeld} />
    return <Switch role={role} right={row.right} isHeld={isHeld} />
  }
  return (
    <tr>
      <th scope="row">{row.kind === 'fixed' ? words.fixedRights[row.fixed] : words.rights[row.right]}</th>
      {ROLES.map((role) => (
        <td key={role}>{cellOf(role)}</td>
      ))}
    </tr>
  )
}

/** Yes and no look the same wherever they come from. */
function Said({ what }: { what: boolean | string }) {
  return typeof what === 'boolean' ? <Held isHeld={what} /> : <span className={styles['said']}>{what}</span>
}

function Held({ isHeld }: { isHeld: boolean }) {
  const { permissions: words } = useTexts(permissionsTexts)
  return (
    <span className={styles['held']}>
      <Icon of={isHeld ? Check : Minus} size="s" />
      <span className="hidden">{isHeld ? words.yes : words.no}</span>
    </span>
  )
}

function Switch({ role, right, isHeld }: { role: RoleWithRights; right: Right; isHeld: boolean }) {
  const { roles } = useMessages()
  const { permissions: words } = useTexts(permissionsTexts)
  const command = useCommand()
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isHeld}
      aria-label={words.rightOf(words.rights[right], roles[role])}
      className={styles['switch']}
      onClick={() => void command({ type: 'right.set', role, right, isHeld: !isHeld })}
    >
      <Icon of={isHeld ? Check : Minus} size="s" />
    </button>
  )
}
