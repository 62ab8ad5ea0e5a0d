import type { Command } from '@portico/protocol'
import { findOperator, findSession } from './auth/reads.ts'
import { lacksSecondFactor } from './auth/second-factor.ts'
import * as declared from './capabilities.ts'
import { readMemberships } from './channels/reads.ts'
import { LEFT_TO_RIGHT } from './left-to-right.ts'
import { refuse } from './platform/capability.ts'
import { dueMigrations } from './platform/due.ts'
import { epochMigrations } from './platform/epoch.ts'
import { logMigrations } from './platform/log.ts'
import { memberMigrations } from './platform/members/member-tables.ts'
import { nodeLeaseMigrations } from './platform/node-lease.ts'
import { outcomeMigrations } from './platform/outcomes.ts'
import { reactionMigrations } from './platform/reactions.ts'
import { secretMigrations } from './platform/secrets.ts'
import { securityMigrations } from './platform/security-log.ts'
import { sharedLimitMigrations } from './platform/wire/shared-limits.ts'
import type { Recognise, Registry } from './platform/registry.ts'

export const capabilities = Object.values(declared).toSorted((one, other) => placeOf(one.name) - placeOf(other.name))

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
    ...nodeLeaseMigrations,
    ...memberMigrations,
    ...secretMigrations,
    ...sharedLimitMigrations,
    ...capabilities.flatMap(({ migrations }) => migrations),
  ],
}

function placeOf(name: string): number {
  const place = LEFT_TO_RIGHT.indexOf(name)
  if (place < 0) throw new Error(`left-to-right.ts has no place for ${name}`)
  return place
}
