import type { CalendarId, ChannelId, HoursId } from '@portico/protocol/ids'
import { capability, type Capability } from '../platform/capability.ts'
import { reaction } from '../platform/reactions.ts'
import { setParts } from '../platform/set-parts.ts'
import { commands } from './commands.ts'
import type { HoursCommand, HoursEvent } from './events.ts'
import { readListed, readStanding } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type HoursCapability = Capability<HoursCommand, HoursEvent>

// The list of all is said anew with each change: they are decided one at a time.
const alone = () => ['site:hours'] as const
const told = ({ all }: { all: readonly { id: HoursId; name: string; stamp: number }[] }) =>
  setParts('settings', { hours: [...all] })

export const hours = capability<HoursCommand, HoursEvent>({
  name: 'hours',
  migrations,
  subjects: {
    'hours.save': alone,
    'hours.remove': alone,
    'calendar.add': alone,
    'calendar.read': alone,
    'calendar.remove': alone,
    'calendar.due': alone,
    'calendar.learn': alone,
    'calendar.take': alone,
    'hours.turn': alone,
    'hours.tell': alone,
  },
  commands,
  writes,
  broadcasts: {
    'hours.saved': told,
    'hours.removed': told,
    'calendar.added': told,
    'calendar.taken': told,
    'calendar.learned': told,
    'calendar.removed': told,
    'calendar.asked': () => [],
    'hours.turned': ({ channels, standing }) => channels.flatMap((id) => setParts(`lobby:${id}`, { hours: standing })),
    'hours.told': ({ channel, standing }) => setParts(`lobby:${channel}`, { hours: standing }),
  },
  security: 'none',
  reactions: {
    'channel.configured': reaction({
      about: ({ channel }) => `channel:${channel}`,
      keep: ({ channel, part }) => ({ channel: part === 'hours' ? channel : null }),
      answer: async (_db, { channel }) => (channel === null ? [] : [{ type: 'hours.tell', channel }]),
    }),
  },
  deliver: {
    'calendar.read': async (ctx, ids: { calendar: CalendarId }) => (await import('./read-calendar.ts')).readCalendar(ctx, ids),
  },
  snapshots: {
    // The topic's pattern is an id's.
    lobby: async (db, id) => ({ hours: await readStanding(db, id as ChannelId) }),
    settings: async (db) => ({ hours: await readListed(db) }),
  },
  routes: async () => (await import('./routes.ts')).routes,
})
