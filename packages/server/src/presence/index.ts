import type { Me } from '@portico/protocol/auth'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { readMemberships } from '../channels/reads.ts'
import { capability, type Capability } from '../platform/capability.ts'
import { reaction } from '../platform/reactions.ts'
import { broadcasts } from './broadcasts.ts'
import { commands } from './commands.ts'
import type { PresenceCommand, PresenceEvent } from './events.ts'
import { readPresenceRules, readPresences, readStaffing } from './reads.ts'
import { restored } from './restored.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Presences = Capability<PresenceCommand, PresenceEvent>

const refreshed = reaction({
  about: ({ channel }: { channel: ChannelId }) => `channel:${channel}`,
  keep: ({ channel }: { channel: ChannelId }) => ({ channel }),
  answer: async (_db, { channel }): Promise<PresenceCommand[]> => [{ type: 'lobby.refresh', channels: [channel] }],
})

const renamed = reaction({
  about: ({ me }: { me: Me }) => `operator:${me.id}`,
  keep: ({ me }: { me: Me }) => ({ channels: me.channels }),
  answer: async (_db, { channels }): Promise<PresenceCommand[]> => [{ type: 'lobby.refresh', channels }],
})

const repainted = reaction({
  about: ({ operator }: { operator: OperatorId }) => `operator:${operator}`,
  keep: ({ operator }: { operator: OperatorId }) => ({ operator }),
  answer: async (db, { operator }): Promise<PresenceCommand[]> => [
    { type: 'lobby.refresh', channels: await readMemberships(db, operator) },
  ],
})

const ended = reaction({
  about: ({ operator }: { operator: OperatorId }) => `operator:${operator}`,
  keep: ({ operator }: { operator: OperatorId }) => ({ operator }),
  answer: async (_db, { operator }): Promise<PresenceCommand[]> => [{ type: 'login.follow', operator, begunAt: null }],
})

// Whether a channel is staffed depends on all its members, so changes of presence are decided one at a time.
const alone = () => ['presence:site'] as const

export const presence = capability<PresenceCommand, PresenceEvent>({
  name: 'presence',
  migrations,
  subjects: {
    'availability.set': alone,
    'operator.appear': alone,
    'operator.idle': alone,
    'operator.vanish': ({ node }) => ['presence:site', `node:${node}`],
    'node.renew': ({ node }) => [`node:${node}`],
    'node.forget': ({ node }) => ['presence:site', `node:${node}`],
    'presence.tell': alone,
    'presence.configure': alone,
    'login.follow': alone,
    'lobby.refresh': alone,
  },
  commands,
  writes,
  broadcasts,
  security: 'none',
  restored,
  reactions: {
    'channel.joined': refreshed,
    'channel.left': refreshed,
    'hours.told': refreshed,
    'hours.turned': reaction({
      about: ({ hours }) => `hours:${hours}`,
      keep: ({ channels }) => ({ channels: [...channels] }),
      answer: async (_db, { channels }) => (channels.length === 0 ? [] : [{ type: 'lobby.refresh', channels }]),
    }),
    'operator.renamed': renamed,
    'alias.chosen': renamed,
    // Names may be masked there now.
    'channel.configured': reaction({
      about: ({ channel }) => `channel:${channel}`,
      keep: ({ channel, part }) => ({ channels: part === 'conversations' ? [channel] : [] }),
      answer: async (_db, { channels }) => (channels.length === 0 ? [] : [{ type: 'lobby.refresh', channels }]),
    }),
    'portrait.hung': repainted,
    'portrait.removed': repainted,
    'session.started': reaction({
      about: ({ operator }) => `operator:${operator}`,
      keep: ({ operator, at }) => ({ operator, begunAt: at }),
      answer: async (_db, { operator, begunAt }) => [{ type: 'login.follow', operator, begunAt }],
    }),
    'session.ended': ended,
    'sessions.ended': ended,
    'password.changed': ended,
    'password.reset': ended,
    'operator.restored': reaction({
      about: ({ operator }) => `operator:${operator.id}`,
      keep: ({ operator }) => ({ operator: operator.id }),
      answer: async (_db, { operator }) => [{ type: 'presence.tell', operator }],
    }),
    'operator.revoked': reaction({
      about: ({ operator }) => `operator:${operator}`,
      keep: ({ operator }) => ({ operator }),
      answer: async (db, { operator }) => [
        { type: 'operator.vanish', operator, node: 'all' },
        { type: 'login.follow', operator, begunAt: null },
        { type: 'lobby.refresh', channels: await readMemberships(db, operator) },
      ],
    }),
  },
  snapshots: {
    lobby: async (db, id) => {
      const { staffed, faces } = await readStaffing(db, id as ChannelId) // the topic's pattern is an id's
      return { staffed, faces }
    },
    settings: async (db) => ({ presences: await readPresences(db), presenceRules: await readPresenceRules(db) }),
  },
  topics: async (_db, authority, place) => {
    if (authority.kind === 'operator') return ['settings']
    return place === undefined ? [] : [`lobby:${place}`]
  },
  routes: async () => (await import('./routes.ts')).routes,
})
