import type { JobId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { must } from '../platform/must.ts'
import type { Matrix, Scene } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                     nobody victor stella ann   olaf  ada   root  rick  server
job.retry            out    no     no     no    no    ok    ok    out   no
job.drop             out    no     no     no    no    ok    ok    out   no
`)
const routes = rowsOf(`
                      nobody victor stella ann  olaf ada  root rick sam
GET /api/system/jobs  401    401    401    403  403  200  200  401  401
`)

export const matrix: Matrix = {
  commands,
  scenes: {
    'job.retry': async (scene) => ({ type: 'job.retry', job: await waitingJob(scene) }),
    'job.drop': async (scene) => ({ type: 'job.drop', job: await waitingJob(scene) }),
  },
  named: { 'job.retry': ['job'], 'job.drop': ['job'] },
  routes,
  addresses: { 'GET /api/system/jobs': () => '/api/system/jobs?state=waiting' },
}

/** A mail that leaves when somebody next looks, which is never here. */
async function waitingJob({ site, cast }: Scene): Promise<JobId> {
  const { id } = await cast.newOperator(newId(), 'operator', [])
  await cast.run({ type: 'reset.mail', operator: id, clears: 'nothing', locale: 'en' }, cast.root.actor)
  const jobs = site.server.store.reads.selectFrom('job').select('id').where('line', '=', `mail.reset ${id}`)
  return must(await jobs.executeTakeFirst()).id as JobId // a job's own
}
