import type { Me } from '@portico/protocol/auth'
import type { ChannelView, HeldLevel, LobbyView } from '@portico/protocol/channels'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import type { Holder } from '@portico/protocol/levels'
import { publicOf } from '@portico/protocol/options'
import { meOf } from '../auth/account.ts'
import { findOperator } from '../auth/reads.ts'
import { capability, type Capability } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { reaction } from '../platform/reactions.ts'
import { broadcasts } from './broadcasts.ts'
import { commands } from './commands.ts'
import type { ChannelCommand, ChannelEvent } from './events.ts'
import { readGrants, readLevels, readPeople, readTeams } from './level-reads.ts'
import { findChannel, readAllMembers, readChannelNames, readMemberships } from './reads.ts'
import { security } from './security.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

/** Grants and teams are changed one at a time: each decides about levels of many. */
const LEVELS = 'levels:site'

/** A name is one channel's. */
const NAMES = 'channels:names'

export type Channels = Capability<ChannelCommand, ChannelEvent>

export const channels = capability<ChannelCommand, ChannelEvent>({
  name: 'channels',
  migrations,
  subjects: {
    'channel.create': ({ channel }, actor) => [LEVELS, NAMES, `channel:${channel}`, `operator:${actor.id}`],
    'channel.configure': ({ channel }) => [NAMES, `channel:${channel}`],
    'channel.archive': ({ channel }) => [`channel:${channel}`],
    'channel.restore': ({ channel }) => [`channel:${channel}`],
    'channel.paint': ({ channel }) => [`channel:${channel}`],
    'channel.join': ({ channel, operator }) => [LEVELS, `channel:${channel}`, `operator:${operator}`],
    'channel.leave': ({ channel, operator }) => [LEVELS, `channel:${channel}`, `operator:${operator}`],
    'channel.grant': async ({ channel, to }, _actor, db) => [LEVELS, `channel:${channel}`, ...(await everybodyOf(db, to))],
    'team.make': () => [LEVELS],
    'team.rename': () => [LEVELS],
    'team.remove': async ({ team }, _actor, db) => [LEVELS, ...(await everybodyOf(db, { kind: 'team', id: team }))],
    'team.add': ({ operator }) => [LEVELS, `operator:${operator}`],
    'team.drop': ({ operator }) => [LEVELS, `operator:${operator}`],
    'levels.follow': ({ operator }) => [LEVELS, `operator:${operator}`],
    'channel.enroll': ({ channels: joined, operator }) => [
      LEVELS,
      `operator:${operator}`,
      ...joined.map((id) => `channel:${id}` as const),
    ],
    'memberships.tell': ({ operator }) => [LEVELS, `operator:${operator}`],
    'lobby.rename': () => ['site:name'],
    'lobby.switch': () => ['site:switches'],
  },
  commands,
  writes,
  broadcasts,
  security,
  reactions: {
    // Members are this capability's, so an invitation's channels are joined here.
    'operator.joined': reaction({
      about: ({ operator }) => `operator:${operator.id}`,
      keep: ({ operator, channels: joined }) => ({ operator: operator.id, channels: joined }),
      answer: async (_db, kept) => [{ type: 'channel.enroll', ...kept }],
    }),
    'role.changed': reaction({
      about: ({ operator }) => `operator:${operator.id}`,
      keep: ({ operator, was }) => ({ operator: operator.id, was }),
      answer: async (_db, { operator, was }) => [{ type: 'levels.follow', operator, was }],
    }),
    'operator.restored': reaction({
      about: ({ operator }) => `operator:${operator.id}`,
      keep: ({ operator }) => ({ operator: operator.id }),
      answer: async (_db, { operator }) => [{ type: 'memberships.tell', operator }],
    }),
    'site.switched': reaction({
      about: () => 'site:switches',
      keep: () => ({}),
      answer: async () => [{ type: 'lobby.switch' }],
    }),
    'site.renamed': reaction({
      about: () => 'site:name',
      keep: () => ({}),
      answer: async () => [{ type: 'lobby.rename' }],
    }),
  },
  // The pattern of a topic is that of the ids it names.
  snapshots: {
    channel: (db, id) => readConfigured(db, id as ChannelId),
    lobby: (db, id) => readShown(db, id as ChannelId),
    operator: (db, id) => readMe(db, id as OperatorId),
    settings: async (db) => ({
      channels: await readChannelNames(db),
      members: await readAllMembers(db),
      grants: await readGrants(db),
      teams: await readTeams(db),
    }),
  },
})

async function readConfigured(db: Db, id: ChannelId): Promise<Pick<ChannelView, 'id' | 'options' | 'published'> | undefined> {
  const found = await findChannel(db, id)
  return found && { id, options: found.byPart, published: [...found.published] }
}

async function readShown(db: Db, id: ChannelId): Promise<Pick<LobbyView, 'channel' | 'options'> | undefined> {
  const found = await findChannel(db, id)
  return found && { channel: id, options: publicOf(found.options) }
}

async function readMe(db: Db, id: OperatorId): Promise<{ me: Me; levels: HeldLevel[] } | undefined> {
  const operator = await findOperator(db, id)
  if (!operator) return undefined
  const levels = [...(await readLevels(db, id))].map(([channel, level]) => ({ channel, level }))
  return { me: meOf(operator, await readMemberships(db, id)), levels }
}

const everybodyOf = async (db: Db, to: Holder) =>
  (await readPeople(db, to)).map(({ operator }) => `operator:${operator}` as const)
