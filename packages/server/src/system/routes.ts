import { jobsPage, jobsQuery } from '@portico/protocol/system'
import { readJobs } from '../platform/jobs/reads.ts'
import { json, no, ok } from '../platform/wire/answer.ts'
import { route } from '../platform/wire/route.ts'
import { mayMend } from './policy.ts'

export const routes = [
  route({
    method: 'GET',
    path: '/api/system/jobs',
    who: 'operator',
    about: 'What waits to be done, and what has failed, the newest first: for administrators.',
    query: jobsQuery,
    answer: json(jobsPage),
    run: async ({ authority, reads, clock, query }) =>
      mayMend(authority) ? no(403, 'forbidden') : ok(await readJobs(reads, { ...query, at: clock.now() })),
  }),
]
