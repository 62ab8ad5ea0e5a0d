import { capability, type AnyCommand, type Event } from '../platform/capability.ts'

export const transcripts = capability<Extract<AnyCommand, never>, Extract<Event, never>>({
  name: 'transcripts',
  migrations: [],
  subjects: {},
  commands: {},
  writes: {},
  broadcasts: {},
  security: 'none',
  routes: async () => (await import('./routes.ts')).routes,
})
