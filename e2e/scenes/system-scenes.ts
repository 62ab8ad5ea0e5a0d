import type { JobId } from '@portico/protocol/ids'
import type { JobRow, JobsPage } from '@portico/protocol/system'
import type { Page } from 'playwright-core'
import type { House } from './house.ts'
import { openWiredDesk } from './inbox-scenes.ts'
import type { Scene } from './scene.ts'

const MINUTE_MS = 60_000

/** What waits, and what has failed. Failures are told by the scene: a house that is sound has none. */
export const systemScenes: readonly Scene[] = [
  {
    name: 'console/system',
    house: 'lived',
    show: (house) => shown(house, { rows: [mail(), followUp()], failing: 1, paused: true }),
  },
  {
    name: 'console/system-empty',
    house: 'lived',
    show: (house) => shown(house, { rows: [], failing: 0, paused: false }),
  },
  {
    name: 'console/system-failed',
    house: 'lived',
    show: async (house) => {
      const { page } = await openWiredDesk(house)
      await page.route(/\/api\/system/, (route) => route.fulfill({ status: 500, body: '' }))
      await page.goto(`${house.url}/settings/system`)
      await page.getByText('What waits could not be loaded').waitFor()
      return { page }
    },
  },
]

type Told = { rows: JobRow[]; failing: number; paused: boolean }

async function shown(house: House, { rows, failing, paused }: Told): Promise<{ page: Page }> {
  const { page } = await openWiredDesk(house)
  const answer: JobsPage = {
    rows,
    next: null,
    counts: { parked: rows.length, failing, waiting: 12 },
    paused: paused ? [{ destination: 'mail', until: Date.now() + 5 * MINUTE_MS, failures: 4 }] : [],
  }
  await page.route(/\/api\/system\/jobs/, (route) => route.fulfill({ json: answer }))
  await page.goto(`${house.url}/settings/system`)
  await page
    .getByText(rows.length > 0 ? 'mail.reset' : 'Nothing was given up')
    .first()
    .waitFor()
  return { page }
}

const parked = (job: Pick<JobRow, 'id' | 'kind' | 'capability' | 'what' | 'line' | 'fault'>): JobRow => ({
  ...job,
  tries: 8,
  keptAt: Date.now() - 90 * MINUTE_MS,
  nextAt: Date.now() - 20 * MINUTE_MS,
  parkedAt: Date.now() - 20 * MINUTE_MS,
})

const mail = (): JobRow =>
  parked({
    id: 'mail' as JobId, // within an id's alphabet
    kind: 'delivery',
    capability: 'auth',
    what: 'mail.reset',
    line: 'mail.reset 0193a1c2-7b1e-7c3d-9f00-5a2b8c7d6e5f',
    fault: 'Can’t send mail - all recipients were rejected: 550 5.1.1 … User unknown',
  })

const followUp = (): JobRow =>
  parked({
    id: 'follow-up' as JobId, // as above
    kind: 'reaction',
    capability: 'conversations',
    what: 'operator.revoked',
    line: 'conversations operator:0193a1c2-7b1e-7c3d-9f00-5a2b8c7d6e5f',
    fault: 'undefined, where a value was certain',
  })
