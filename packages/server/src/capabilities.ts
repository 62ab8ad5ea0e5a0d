import type { Command } from '@portico/protocol'
import { auth } from './auth/index.ts'
import { findOperator, findSession } from './auth/reads.ts'
import { lacksSecondFactor } from './auth/second-factor.ts'
import { channels } from './channels/index.ts'
import { readMemberships } from './channels/reads.ts'
import { conversations } from './conversations/index.ts'
import { refuse } from './platform/capability.ts'
import { dueMigrations } from './platform/due.ts'
import { epochMigrations } from './platform/epoch.ts'
import { logMigrations } from './platform/log.ts'
import { outcomeMigrations } from './platform/outcomes.ts'
import { reactionMigrations } from './platform/reactions.ts'
import { securityMigrations } from './platform/security-log.ts'
import type { Recognise, Registry } from './platform/registry.ts'
import { presence } from './presence/index.ts'
import { workspace } from './workspace/index.ts'

/** From left to right: each may read those before it. */
export const capabilities = [auth, workspace, channels, presence, conversations] as const

// Fails to compile while a command in the protocol has no capability here.
type Handled = { [C in (typeof capabilities)[number] as C['name']]: keyof C['commands'] }[string]
type Unhandled = Exclude<Command['type'], Handled>
true satisfies [Unhandled] extends [never] ? true : Unhandled

/** What an actor may do now. A revoked operator, an ended session, an account without the second factor that is demanded of it: nothing. */
const recognise: Recognise = async (db, actor, at) => {
  if (actor.kind !== 'operator') return actor
  // Together, so that they travel together.
  const [session, operator, memberships] = await Promise.all([
    findSession(db, actor.session),
    findOperator(db, actor.id),
    readMemberships(db, actor.id),
  ])
  if (!session || session.operator !== actor.id) return refuse('forbidden')
  if (!operator || operator.revokedAt !== null) return refuse('forbidden', { detail: 'withdrawn' })
  if (session.endedAt !== null || session.expiresAt <= at) return refuse('forbidden')
  if (lacksSecondFactor(operator)) return refuse('second-factor')
  return {
    kind: 'operator',
    id: operator.id,
    session: session.id,
    name: operator.name,
    role: operator.role,
    channels: memberships,
  }
}

export const registry: Registry = {
  capabilities,
  recognise,
  migrations: [
    ...epochMigrations,
    ...logMigrations,
    ...outcomeMigrations,
    ...dueMigrations,
    ...reactionMigrations,
    ...securityMigrations,
    ...capabilities.flatMap(({ migrations }) => migrations),
  ],
}
