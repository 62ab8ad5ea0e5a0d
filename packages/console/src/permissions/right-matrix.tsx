import type { Role } from '@portico/protocol/auth'
import { RIGHTS, ROLES_WITH_RIGHTS, type Right, type RoleWithRights } from '@portico/protocol/rights'
import type { SettingsView } from '@portico/protocol/workspace'
import { Check, Minus } from 'lucide-react'
import { useMe } from '../auth/me-context.tsx'
import { useCommand } from '../live/use-command.ts'
import { useMessages, useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import { Table } from '../parts/table.tsx'
import styles from './permissions.module.css'
import { permissionsTexts } from './texts.ts'

/** Those that go by the level in a channel, or with a role for good: shown, and not to be changed here. */
const FIXED = ['conversations', 'people', 'roles'] as const
type Row = { kind: 'right'; right: Right } | { kind: 'fixed'; fixed: (typeof FIXED)[number] }

const ROWS: readonly Row[] = [
  { kind: 'fixed', fixed: 'conversations' },
  ...RIGHTS.map((right) => ({ kind: 'right', right }) as const),
  { kind: 'fixed', fixed: 'people' },
  { kind: 'fixed', fixed: 'roles' },
]
const ROLES = ['owner', ...ROLES_WITH_RIGHTS] as const satisfies readonly Role[]

/** What each role may do. Owners have every right, and say which the others have. */
export function RightMatrix({ settings }: { settings: SettingsView }) {
  const { roles } = useMessages()
  const { permissions: words } = useTexts(permissionsTexts)
  const mayChange = useMe()?.role === 'owner'
  const countOf = (role: Role) => settings.colleagues.filter((colleague) => colleague.role === role).length
  const holds = (role: Role, right: Right) =>
    role === 'owner' || (settings.rights ?? []).some((held) => held.role === role && held.right === right)
  const cellOf = (row: Row, role: Role) => {
    if (row.kind === 'fixed') return <span key={role}>{words.fixed[row.fixed][role]}</span>
    const isHeld = holds(role, row.right)
    if (role === 'owner' || !mayChange) return <Held key={role} isHeld={isHeld} />
    return <Switch key={role} role={role} right={row.right} isHeld={isHeld} />
  }
  return (
    <>
      <div className={styles['matrix']}>
        <Table
          label={words.views.role}
          columns={[{ name: words.may }, ...ROLES.map((role) => ({ name: `${roles[role]} · ${words.people(countOf(role))}` }))]}
          rows={ROWS}
          keyOf={(row) => (row.kind === 'fixed' ? row.fixed : row.right)}
          cells={(row) => [
            <span key="may" className={styles['right']}>
              {row.kind === 'fixed' ? words.fixedRights[row.fixed] : words.rights[row.right]}
            </span>,
            ...ROLES.map((role) => cellOf(row, role)),
          ]}
        />
      </div>
      <p className={styles['note']}>{mayChange ? words.clickACell : words.ownersChange}</p>
    </>
  )
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
