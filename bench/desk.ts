import { setTimeout } from 'node:timers/promises'
import { launch, openDevice } from '@portico/e2e/browser.ts'
import type { Browser, Page } from 'playwright-core'
import { openBareDesk } from './bare/bare-desk.ts'
import { type Drawn, type Rows, rowsOf, watchPage } from './desk/page-watch.ts'
import { openCrowd } from './load/crowd.ts'
import { pace } from './load/pace.ts'
import { populate, type BenchOperator } from './load/population.ts'
import { connectTalks } from './load/talk.ts'
import { measured, type Bench, type Measure } from './measure.ts'
import { startPortico } from './server/server-process.ts'
import { temporaryFolder } from './server/temporary-folder.ts'

const SIZE = { teams: 1, operatorsPerTeam: 50, conversationsPerOperator: 6, waitingPerTeam: 300 }
const CONVERSATIONS = SIZE.operatorsPerTeam * SIZE.conversationsPerOperator + SIZE.waitingPerTeam
const PER_SECOND = 50
const WARM_UP_MS = 10_000
const WATCHED_MS = 60_000
const MINUTE_MS = 60_000
/** After it everything that was sent has come. */
const SETTLING_MS = 5000

type Seen = { place: string; drawn: Drawn; rows: Rows }

/** One of the operators looks at Home, then at the inbox, while all the others work. */
export const run: Bench = async ({ progress, signal }) => {
  const closers: (() => void | Promise<void>)[] = []
  try {
    const folder = temporaryFolder()
    closers.unshift(folder.remove)
    const population = await populate({ folder: folder.path }, SIZE)
    const server = await startPortico(folder.path, { signal })
    closers.unshift(server.stop)
    const crowd = openCrowd({ port: server.port, kind: 'portico' })
    closers.unshift(crowd.close)
    const talks = await connectTalks(crowd, population)
    for (const visitor of population.waiting) await crowd.visitor(visitor)
    progress(`${CONVERSATIONS} conversations, ${population.operators.length} operators, ${PER_SECOND} messages a second`)
    const browser = await launch({ handleSIGINT: false })
    closers.unshift(() => browser.close())
    const page = await sitDown(browser, { port: server.port, operator: population.operators[0] })
    const places = [
      { place: 'Home', path: '/home' },
      { place: 'Inbox', path: '/inbox' },
    ]
    const ms = places.length * (WARM_UP_MS + WATCHED_MS + SETTLING_MS)
    const working = crowd.undisturbed(pace({ talks, perSecond: PER_SECOND, ms, signal }))
    working.catch(() => {})
    const seen: Seen[] = []
    for (const { place, path } of places)
      seen.push(await look(page, { place, url: `http://localhost:${server.port}${path}`, signal }))
    await working
    const bare = await lookAtBare(browser, { closers, signal })
    progress(`bare: ${bare.long} long tasks, ${(100 * bare.busy).toFixed(1)} % busy`)
    return seen.flatMap((each) => figuresOf(each, bare))
  } finally {
    for (const close of closers) await close()
  }
}

async function sitDown(
  browser: Browser,
  { port, operator }: { port: number; operator: BenchOperator | undefined },
): Promise<Page> {
  const { context, page } = await openDevice(browser)
  await context.addCookies([{ name: 'portico', value: operator?.cookie ?? '', url: `http://localhost:${port}` }])
  return page
}

type Looking = { place: string; url: string; signal: AbortSignal }

async function look(page: Page, { place, url, signal }: Looking): Promise<Seen> {
  await page.goto(url)
  await page.getByRole('heading', { level: 1, name: place }).waitFor()
  await setTimeout(WARM_UP_MS, undefined, { signal })
  const stop = await watchPage(page)
  await setTimeout(WATCHED_MS, undefined, { signal })
  return { place, drawn: await stop(), rows: await rowsOf(page) }
}

type Bare = { closers: (() => void | Promise<void>)[]; signal: AbortSignal }

async function lookAtBare(browser: Browser, { closers, signal }: Bare): Promise<Drawn> {
  const bare = await openBareDesk({ rows: CONVERSATIONS, perSecond: PER_SECOND })
  closers.unshift(bare.close)
  const { page } = await openDevice(browser)
  await page.goto(bare.url)
  await setTimeout(WARM_UP_MS, undefined, { signal })
  const stop = await watchPage(page)
  await setTimeout(WATCHED_MS / 2, undefined, { signal })
  return stop()
}

function figuresOf({ place, drawn, rows }: Seen, bare: Drawn): Measure[] {
  const note = `${CONVERSATIONS} conversations of which half wait, ${SIZE.operatorsPerTeam} operators, ${PER_SECOND} messages/s, ${drawn.frames} frames`
  const aMinute = ({ long, ms }: Drawn) => (long * MINUTE_MS) / ms
  return [
    measured({
      measure: `most renders in one frame, ${place}`,
      unit: 'renders',
      value: drawn.most,
      baseline: bare.most,
      limit: { of: 'value', atMost: 1 },
      note: `${note}; ${drawn.twice} frames with more than one`,
    }),
    measured({
      measure: `rows in the document beside those in sight, ${place}`,
      unit: 'rows',
      value: rows.drawn,
      baseline: rows.visible,
      limit: { of: 'ratio', atMost: 3 },
      note: 'at the worst of the places one can scroll to',
    }),
    measured({
      measure: `tasks over 50 ms in a minute, ${place}`,
      unit: 'tasks',
      value: aMinute(drawn),
      baseline: aMinute(bare),
      limit: { of: 'value', atMost: 3 },
      note: `the longest took ${Math.round(drawn.longestMs)} ms; server, load and browser share this machine`,
    }),
    measured({
      measure: `main thread of the page, ${place}`,
      unit: '% busy',
      value: 100 * drawn.busy,
      baseline: 100 * bare.busy,
      note: 'the baseline is a page that writes the same rows without a framework',
    }),
  ]
}
