import { findOperator, readLoggedInUntil } from '../auth/reads.ts'
import { readMemberships } from '../channels/reads.ts'
import type { Context, Decision, Of } from '../platform/capability.ts'
import type { Tx } from '../platform/db/database.ts'
import { atLogin } from './availability.ts'
import type { PresenceCommand, PresenceEvent } from './events.ts'
import { firstPresence } from './first-presence.ts'
import { lobbiesIf } from './lobbies-if.ts'
import { readPresence, readPresenceRules } from './reads.ts'

/** Until when he is logged in is another instant by now; who has just signed in is lowered, where the site says so. */
export async function followLogin(
  tx: Tx,
  { operator, begunAt }: Of<PresenceCommand, 'login.follow'>,
  { now }: Context,
): Promise<Decision<PresenceEvent>> {
  const account = await findOperator(tx, operator)
  if (!account) return []
  const known = await readPresence(tx, operator)
  const before = known ?? firstPresence(operator, now())
  const loggedInUntil = await readLoggedInUntil(tx, operator)
  // What he has chosen since then stands, and who comes for the first time has chosen nothing yet.
  const isOlder = known !== undefined && begunAt !== null && (known.availabilityAt ?? 0) < begunAt
  const { lowersAtSignIn } = await readPresenceRules(tx)
  const login = { lowersAvailability: lowersAtSignIn, channelsPreferred: (await readMemberships(tx, operator)).length }
  const { availability } = isOlder ? atLogin(before.availability, login) : before
  const isLowered = availability !== before.availability
  if (before.loggedInUntil === loggedInUntil && !isLowered) return []
  const lowered = isLowered ? { availability, availabilityAt: now(), loweredAt: now() } : {}
  const presence = { ...before, loggedInUntil, ...lowered }
  const lobbies = isLowered ? await lobbiesIf(tx, presence) : []
  return [{ type: 'login.followed', presence, lobbies, isColleague: account.revokedAt === null }]
}
