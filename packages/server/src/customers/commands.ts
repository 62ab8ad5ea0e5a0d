import { IDENTITY_KEYS_MAX } from '@portico/protocol/customers'
import { findChannel } from '../channels/reads.ts'
import { refuse } from '../platform/capability.ts'
import { internal } from '../platform/internal.ts'
import { customerIdOf, identify, signedAfterLogOut } from './customer.ts'
import type { Customers } from './index.ts'
import { mayKeepKeys, mayUnlink } from './policy.ts'
import { findCustomer, findIdentityKey, findLink, readCheckingKeys } from './reads.ts'

export const commands: Customers['commands'] = {
  'identity-key.make': async (tx, { type: _, ...made }, { actor, now }) => {
    const refused = mayKeepKeys(actor)
    if (refused || actor.kind !== 'operator') return refused ?? refuse('forbidden')
    const at = now()
    if (!(await findChannel(tx, made.channel))) return refuse('not-found')
    if ((await readCheckingKeys(tx, { channel: made.channel, at })).length >= IDENTITY_KEYS_MAX) return refuse('full')
    return [{ type: 'identity-key.made', ...made, by: actor.id, at }]
  },
  'identity-key.end': async (tx, { key: id, afterMs }, ctx) => {
    const refused = mayKeepKeys(ctx.actor)
    if (refused) return refused
    const key = await findIdentityKey(tx, id)
    if (!key) return refuse('not-found')
    const endsAt = ctx.now() + afterMs
    // What ends earlier is not put off.
    if (key.ends_at !== null && key.ends_at <= endsAt) return []
    return [{ type: 'identity-key.ended', key: id, channel: key.channel_id, endsAt }]
  },
  'visitor.identify': internal(async (tx, { visitor, channel, key: id, signedAt, claims }, ctx) => {
    const at = ctx.now()
    // It may have been ended since the token was read.
    const key = await findIdentityKey(tx, id)
    if (key?.channel_id !== channel || (key.ends_at !== null && key.ends_at <= at))
      return refuse('forbidden', { detail: 'key-ended' })
    const known = await findCustomer(tx, customerIdOf(channel, claims.sub))
    return identify({ visitor, keySet: channel, key: id, claims, signedAt, known, link: await findLink(tx, visitor), at })
  }),
  'visitor.unlink': async (tx, { visitor }, ctx) => {
    const refused = mayUnlink(ctx.actor)
    if (refused) return refused
    const link = await findLink(tx, visitor)
    if (!link) return refuse('not-found')
    return link.unlinkedAt === null ? [{ type: 'visitor.unlinked', visitor, customer: link.customer, at: ctx.now() }] : []
  },
  'customer.log-out': async (tx, { customer }, ctx) => {
    const refused = mayUnlink(ctx.actor)
    if (refused) return refused
    if (!(await findCustomer(tx, customer))) return refuse('not-found')
    return [{ type: 'customer.logged-out', customer, signedAfter: signedAfterLogOut(ctx.now()) }]
  },
}
