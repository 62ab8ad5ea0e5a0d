import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { mayBeSystem } from '../auth/policy.ts'
import { findOperator } from '../auth/reads.ts'
import { refuse } from '../platform/capability.ts'
import { newOptions, painted } from './channel.ts'
import { corrected } from './contrast.ts'
import type { ChannelEvent } from './events.ts'
import type { Channels } from './index.ts'
import { mayAddMember, mayConfigure, mayRemoveMember } from './policy.ts'
import { findChannel, readMemberships } from './reads.ts'

export const commands: Channels['commands'] = {
  'channel.create': async (tx, { channel, name }, ctx) => {
    const refused = mayConfigure(ctx.actor)
    if (refused || ctx.actor.kind !== 'operator') return refused ?? refuse('forbidden')
    if (await findChannel(tx, channel)) return refuse('exists')
    const at = ctx.now()
    return [
      { type: 'channel.created', channel, options: newOptions(name.trim()), at },
      { type: 'channel.joined', channel, operator: ctx.actor.id, channels: [...ctx.actor.channels, channel].sort(), at },
    ]
  },
  'channel.configure': async (tx, { channel, options }, { actor }) => {
    const refused = mayConfigure(actor)
    if (refused) return refused
    if (!(await findChannel(tx, channel))) return refuse('not-found')
    return [{ type: 'channel.configured', channel, options: { ...options, appearance: corrected(options.appearance) } }]
  },
  'channel.paint': async (tx, { channel, colour }, { actor }) => {
    const refused = mayBeSystem(actor)
    if (refused) return refused
    const found = await findChannel(tx, channel)
    if (!found) return refuse('not-found')
    return [{ type: 'channel.configured', channel, options: { ...found.options, appearance: corrected(painted(colour)) } }]
  },
  'channel.join': async (tx, { channel, operator }, ctx) => {
    const refused = mayAddMember(ctx.actor)
    if (refused) return refused
    const member = await findOperator(tx, operator)
    if (!(await findChannel(tx, channel)) || !member || member.revokedAt !== null) return refuse('not-found')
    return joining(operator, { added: [channel], known: await readMemberships(tx, operator), at: ctx.now() })
  },
  'channel.leave': async (tx, { channel, operator }, { actor }) => {
    const refused = mayRemoveMember(actor, operator)
    if (refused) return refused
    const known = await readMemberships(tx, operator)
    if (!known.includes(channel)) return []
    return [{ type: 'channel.left', channel, operator, channels: known.filter((each) => each !== channel) }]
  },
  'channel.enroll': async (tx, { operator, channels }, ctx) => {
    const refused = mayBeSystem(ctx.actor)
    if (refused) return refused
    const found = await Promise.all(channels.map((channel) => findChannel(tx, channel)))
    const added = channels.filter((_, i) => found[i])
    return joining(operator, { added, known: await readMemberships(tx, operator), at: ctx.now() })
  },
}

type Joining = { added: readonly ChannelId[]; known: readonly ChannelId[]; at: number }

function joining(operator: OperatorId, { added, known, at }: Joining): ChannelEvent[] {
  const fresh = added.filter((channel) => !known.includes(channel))
  return fresh.map((channel, i) => ({
    type: 'channel.joined',
    channel,
    operator,
    channels: [...known, ...fresh.slice(0, i + 1)].sort(),
    at,
  }))
}
