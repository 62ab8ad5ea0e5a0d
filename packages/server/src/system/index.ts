import { capability, refuse, type Capability } from '../platform/capability.ts'
import { retryJob, takeJobAway } from '../platform/jobs/mend.ts'
import { hasJob } from '../platform/jobs/reads.ts'
import type { SystemCommand, SystemEvent } from './events.ts'
import { mayMend } from './policy.ts'

export type System = Capability<SystemCommand, SystemEvent>

export const system = capability<SystemCommand, SystemEvent>({
  name: 'system',
  migrations: [],
  subjects: { 'job.retry': ({ job }) => [`job:${job}`], 'job.drop': ({ job }) => [`job:${job}`] },
  commands: {
    'job.retry': async (tx, { job }, { actor, now }) => {
      const refused = mayMend(actor)
      if (refused) return refused
      return (await hasJob(tx, job)) ? [{ type: 'job.retried', job, at: now() }] : refuse('not-found')
    },
    'job.drop': async (tx, { job }, { actor }) => {
      const refused = mayMend(actor)
      if (refused) return refused
      return (await hasJob(tx, job)) ? [{ type: 'job.dropped', job }] : refuse('not-found')
    },
  },
  writes: {
    'job.retried': async (tx, { job, at }) => retryJob(tx, { id: job, at }),
    'job.dropped': async (tx, { job }) => takeJobAway(tx, job),
  },
  // Whoever looks at the list reads it anew: nobody else is to know.
  broadcasts: { 'job.retried': () => [], 'job.dropped': () => [] },
  security: 'none',
  routes: async () => (await import('./routes.ts')).routes,
})
