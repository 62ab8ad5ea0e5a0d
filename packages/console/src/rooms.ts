import type { Room } from './rooms/room.ts'

/** From left to right: each may import those before it, and lists show them in this order. */
const NAMES = [
  'auth',
  'presence',
  'labels',
  'account',
  'team',
  'security',
  'system',
  'channels',
  'permissions',
  'hours',
  'routing',
  'customers',
  'site',
  'canned',
  'composer',
  'help',
  'colleagues',
  'head',
  'monitoring',
  'transcripts',
  'panel',
  'welcome',
  'home',
  'inbox',
  'search',
  'alerts',
  'palette',
  'settings',
]

const declared = import.meta.glob<Record<string, Room>>('./*/index.ts', { eager: true })

export const ROOMS: readonly Room[] = NAMES.flatMap((name) => Object.values(declared[`./${name}/index.ts`] ?? {}))
