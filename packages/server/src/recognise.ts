import type { ChannelId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import { findOperator, findSession, type Operator, type OperatorSession } from './auth/reads.ts'
import { readRightsOf } from './auth/reads/rights.ts'
import { rightsOf, type Deviation } from './auth/rights.ts'
import { lacksSecondFactor } from './auth/second-factor.ts'
import { readLevels } from './channels/level-reads.ts'
import { readMemberships } from './channels/reads.ts'
import type { Actor } from './platform/actor.ts'
import { refuse } from './platform/capability.ts'
import { atHand } from './platform/db/at-hand.ts'
import type { Db } from './platform/db/database.ts'
import type { Recognise } from './platform/registry.ts'

/** The capabilities whose rows are read here. Whatever happens in them lets go of what is at hand. */
export const READ_BY_RECOGNISE: readonly string[] = ['auth', 'workspace', 'channels']
const SESSIONS_MAX = 1000

type Standing = {
  session: OperatorSession | undefined
  operator: Operator | undefined
  memberships: ChannelId[]
  levels: ReadonlyMap<ChannelId, Level>
  deviations: readonly Deviation[]
}
const standings = atHand<Standing>({ max: SESSIONS_MAX })

/** What an actor may do now. A revoked operator, an ended session, an account without the second factor that is demanded of it: nothing. */
export const recognise: Recognise = async (db, actor, at) => {
  if (actor.kind !== 'operator') return actor
  const { session, operator, memberships, levels, deviations } = await standingOf(db, actor)
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
    levels,
    rights: rightsOf(operator.role, deviations),
  }
}

async function standingOf(db: Db, actor: Actor & { kind: 'operator' }): Promise<Standing> {
  const key = `${actor.session} ${actor.id}`
  const known = standings.find(db, key)
  if (known) return known
  // Together, so that they travel together.
  const [session, operator, memberships, levels, deviations] = await Promise.all([
    findSession(db, actor.session),
    findOperator(db, actor.id),
    readMemberships(db, actor.id),
    readLevels(db, actor.id),
    readRightsOf(db, actor.id),
  ])
  const standing = { session, operator, memberships, levels, deviations }
  standings.keep(db, key, standing)
  return standing
}
