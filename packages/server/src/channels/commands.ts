import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { findOperator } from '../auth/reads.ts'
import { refuse } from '../platform/capability.ts'
import { internal } from '../platform/internal.ts'
import { readSiteName } from '../workspace/reads.ts'
import { painted } from './channel.ts'
import type { ChannelEvent } from './events.ts'
import type { Channels } from './index.ts'
import { publish, versionOf } from './publish.ts'
import { isUndoing, mayConfigure, mayJoin, mayRemoveMember } from './policy.ts'
import { findChannel, findLeaving, readChannelNames, readMemberships } from './reads.ts'

export const commands: Channels['commands'] = {
  'channel.create': async (tx, { channel, name }, ctx) => {
    const refused = mayConfigure(ctx.actor)
    if (refused || ctx.actor.kind !== 'operator') return refused ?? refuse('forbidden')
    if (await findChannel(tx, channel)) return refuse('exists')
    const at = ctx.now()
    return [
      { type: 'channel.created', channel, name: name.trim(), by: ctx.actor.id, at },
      {
        type: 'channel.joined',
        channel,
        operator: ctx.actor.id,
        channels: [...ctx.actor.channels, channel].sort(),
        leftAt: null,
        at,
      },
    ]
  },
  'channel.configure': async (tx, { channel, part, options, of }, { actor, now }) => {
    const refused = mayConfigure(actor)
    if (refused || actor.kind !== 'operator') return refused ?? refuse('forbidden')
    const found = await findChannel(tx, channel)
    if (!found) return refuse('not-found')
    return publish(found, { part, options, of, by: actor, at: now() })
  },
  'channel.paint': internal(async (tx, { channel, colour }, { now }) => {
    const found = await findChannel(tx, channel)
    if (!found) return refuse('not-found')
    const options = { ...found.byPart.channels, appearance: painted(colour) }
    return publish(found, { part: 'channels', options, of: versionOf(found, 'channels'), by: null, at: now() })
  }),
  'channel.join': async (tx, { channel, operator }, ctx) => {
    const at = ctx.now()
    const leaving = await findLeaving(tx, { channel, operator })
    const refused = mayJoin(ctx.actor, { operator, leaving, at })
    if (refused) return refused
    const member = await findOperator(tx, operator)
    if (!(await findChannel(tx, channel)) || !member || member.revokedAt !== null) return refuse('not-found')
    const leftAt = leaving && isUndoing(leaving, at) ? leaving.at : null
    return joining(operator, { added: [channel], known: await readMemberships(tx, operator), leftAt, at })
  },
  'channel.leave': async (tx, { channel, operator }, { actor, now }) => {
    const refused = mayRemoveMember(actor, operator)
    if (refused) return refused
    const known = await readMemberships(tx, operator)
    if (!known.includes(channel)) return []
    const by = actor.kind === 'operator' ? actor.id : null
    return [{ type: 'channel.left', channel, operator, channels: known.filter((each) => each !== channel), by, at: now() }]
  },
  'channel.enroll': internal(async (tx, { operator, channels }, ctx) => {
    const found = await Promise.all(channels.map((channel) => findChannel(tx, channel)))
    const added = channels.filter((_, i) => found[i])
    return joining(operator, { added, known: await readMemberships(tx, operator), leftAt: null, at: ctx.now() })
  }),
  'memberships.tell': internal(async (tx, { operator }) => {
    const account = await findOperator(tx, operator)
    if (!account || account.revokedAt !== null) return []
    return [{ type: 'memberships.told', operator, channels: await readMemberships(tx, operator) }]
  }),
  'lobby.rename': internal(async (tx, _) => {
    const channels = (await readChannelNames(tx)).map(({ id }) => id)
    return [{ type: 'lobby.renamed', channels, siteName: await readSiteName(tx) }]
  }),
}

type Joining = { added: readonly ChannelId[]; known: readonly ChannelId[]; leftAt: number | null; at: number }

function joining(operator: OperatorId, { added, known, leftAt, at }: Joining): ChannelEvent[] {
  const fresh = added.filter((channel) => !known.includes(channel))
  return fresh.map((channel, i) => ({
    type: 'channel.joined',
    channel,
    operator,
    channels: [...known, ...fresh.slice(0, i + 1)].sort(),
    leftAt,
    at,
  }))
}
