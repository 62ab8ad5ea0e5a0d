import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { findOperator } from '../auth/reads.ts'
import { refuse } from '../platform/capability.ts'
import type { Tx } from '../platform/db/database.ts'
import { internal } from '../platform/internal.ts'
import { readSiteName } from '../workspace/reads.ts'
import { readSwitchedOff } from '../workspace/switch-reads.ts'
import { shutFor } from '../workspace/switches.ts'
import { DEFAULT_CHANNEL, isReserved, painted, sameName } from './channel.ts'
import { grantLevel } from './grant-level.ts'
import { levelCommands } from './level-commands.ts'
import { levelIn, readLevels } from './level-reads.ts'
import { mayFromOutside } from './permission.ts'
import type { ChannelEvent } from './events.ts'
import type { Channels } from './index.ts'
import { publish, versionOf } from './publish.ts'
import { isUndoing, mayConfigure, mayJoin, mayRemoveMember } from './policy.ts'
import { findChannel, findLeaving, readChannelNames, readMemberships } from './reads.ts'

export const commands: Channels['commands'] = {
  ...levelCommands,
  'channel.create': async (tx, { channel, name }, ctx) => {
    const refused = mayConfigure(ctx.actor)
    if (refused || ctx.actor.kind !== 'operator') return refused ?? refuse('forbidden')
    if (isReserved(channel) || (await findChannel(tx, channel))) return refuse('exists')
    if (await isNameTaken(tx, { channel, name })) return refuse('exists', { detail: 'name' })
    const { id: operator } = ctx.actor
    const at = ctx.now()
    const to = { kind: 'operator', id: operator } as const
    return [
      { type: 'channel.created', channel, name: name.trim(), by: operator, at },
      ...(await grantLevel(tx, { channel, to, level: 'owner', by: operator, at })),
    ]
  },
  'channel.configure': async (tx, { channel, part, options, of }, { actor, now }) => {
    const refused = mayConfigure(actor)
    if (refused || actor.kind !== 'operator') return refused ?? refuse('forbidden')
    const found = await findChannel(tx, channel)
    if (!found) return refuse('not-found')
    const name = 'name' in options ? options.name : found.options.name
    if (name !== found.options.name && (await isNameTaken(tx, { channel, name }))) return refuse('exists', { detail: 'name' })
    return publish(found, { part, options, of, by: actor, at: now() })
  },
  'channel.archive': async (tx, { channel }, { actor, now }) => {
    const refused = mayConfigure(actor)
    if (refused) return refused
    const found = await findChannel(tx, channel)
    if (!found) return refuse('not-found')
    if (channel === DEFAULT_CHANNEL) return refuse('forbidden', { detail: 'default' })
    return found.archivedAt === null ? [{ type: 'channel.archived', channel, name: found.options.name, at: now() }] : []
  },
  'channel.restore': async (tx, { channel }, { actor }) => {
    const refused = mayConfigure(actor)
    if (refused) return refused
    const found = await findChannel(tx, channel)
    if (!found) return refuse('not-found')
    return found.archivedAt === null ? [] : [{ type: 'channel.restored', channel, name: found.options.name }]
  },
  'channel.paint': internal(async (tx, { channel, colour }, { now }) => {
    const found = await findChannel(tx, channel)
    if (!found) return refuse('not-found')
    const options = { ...found.byPart.channels, appearance: painted(colour) }
    return publish(found, { part: 'channels', options, of: versionOf(found, 'channels'), by: null, at: now() })
  }),
  'channel.join': async (tx, { channel, operator }, ctx) => {
    const at = ctx.now()
    const level = await levelIn(tx, { operator, channel })
    const refused = mayJoin(ctx.actor, { operator, level })
    if (refused || ctx.actor.kind !== 'operator') return refused ?? refuse('forbidden')
    const member = await findOperator(tx, operator)
    if (!(await findChannel(tx, channel)) || !member || member.revokedAt !== null) return refuse('not-found')
    const leaving = await findLeaving(tx, { channel, operator })
    const leftAt = leaving && isUndoing(leaving, at) ? leaving.at : null
    if (mayFromOutside('accept', level)) {
      return joining(operator, { added: [channel], known: await readMemberships(tx, operator), leftAt, at })
    }
    const to = { kind: 'operator', id: operator } as const
    const events = await grantLevel(tx, { channel, to, level: 'owner', by: ctx.actor.id, at })
    return events.map((event) => (event.type === 'channel.joined' ? { ...event, leftAt } : event))
  },
  'channel.leave': async (tx, { channel, operator }, { actor, now }) => {
    const refused = mayRemoveMember(actor, operator)
    if (refused) return refused
    const known = await readMemberships(tx, operator)
    const by = actor.kind === 'operator' ? actor.id : null
    const at = now()
    const channels = known.filter((each) => each !== channel)
    const left: ChannelEvent[] = known.includes(channel)
      ? [{ type: 'channel.left', channel, operator, channels, by, because: 'left', at }]
      : []
    if (by === operator) return left
    // Whom somebody else removes has no more there than what his teams and his role give him.
    const to = { kind: 'operator', id: operator } as const
    const taken = await grantLevel(tx, { channel, to, level: null, by, at })
    return [...left, ...taken.filter(({ type }) => left.length === 0 || type !== 'channel.left')]
  },
  'channel.enroll': internal(async (tx, { operator, channels }, ctx) => {
    const found = await Promise.all(channels.map((channel) => findChannel(tx, channel)))
    const at = ctx.now()
    const to = { kind: 'operator', id: operator } as const
    const levels = await readLevels(tx, operator)
    const lacking = channels.filter((channel, i) => found[i] && !mayFromOutside('accept', levels.get(channel)))
    const granted: ChannelEvent[] = []
    for (const channel of lacking) {
      const events = await grantLevel(tx, { channel, to, level: 'owner', by: null, at })
      granted.push(...events.filter(({ type }) => type !== 'channel.joined'))
    }
    const owned = [...levels].flatMap(([channel, level]) => (mayFromOutside('accept', level) ? [channel] : []))
    const known = await readMemberships(tx, operator)
    return [...granted, ...joining(operator, { added: [...new Set([...owned, ...lacking])].sort(), known, leftAt: null, at })]
  }),
  'memberships.tell': internal(async (tx, { operator }) => {
    const account = await findOperator(tx, operator)
    if (!account || account.revokedAt !== null) return []
    // While he was away his grants may have become others.
    const levels = await readLevels(tx, operator)
    const known = await readMemberships(tx, operator)
    const channels = known.filter((channel) => mayFromOutside('accept', levels.get(channel)))
    return [{ type: 'memberships.told', operator, channels, ended: known.filter((each) => !channels.includes(each)) }]
  }),
  'lobby.switch': internal(async (tx, _) => {
    const channels = (await readChannelNames(tx)).map(({ id }) => id)
    return [{ type: 'lobby.switched', channels, shut: shutFor('public-to-operator', await readSwitchedOff(tx)) }]
  }),
  'lobby.rename': internal(async (tx, _) => {
    const channels = (await readChannelNames(tx)).map(({ id }) => id)
    return [{ type: 'lobby.renamed', channels, siteName: await readSiteName(tx) }]
  }),
}

async function isNameTaken(tx: Tx, { channel, name }: { channel: ChannelId; name: string }): Promise<boolean> {
  return (await readChannelNames(tx)).some((each) => each.id !== channel && sameName(each.name, name))
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
