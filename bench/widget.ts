import { setTimeout } from 'node:timers/promises'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { launch, openDevice } from '@portico/e2e/browser.ts'
import { openShop } from '@portico/e2e/shop.ts'
import type { Browser, Locator, Page, Request } from 'playwright-core'
import { median } from './load/percentile.ts'
import { measured, type Bench, type Measure } from './measure.ts'
import { startPortico } from './server/server-process.ts'
import { openSlowPath } from './server/slow-path.ts'
import { temporaryFolder } from './server/temporary-folder.ts'

const ROUNDS = 5
const SLOWED = 4
const QUIET_MS = 1500
const STEPS = 10
const STEP_PX = 16
const STEP_MS = 20
/** As long as a finger stays on the glass. */
const TOUCH_MS = 80
const KIB = 1024

/** Fresh browsers on a page of another origin than the server, which holds nothing but the snippet. */
export const run: Bench = async ({ progress, signal }) => {
  const folder = temporaryFolder()
  const server = await startPortico(folder.path, { signal })
  const shop = await openShop(`http://localhost:${server.port}`)
  const slow = await openSlowPath(server.port)
  const slowShop = await openShop(`http://localhost:${slow.port}`)
  const browser = await launch()
  const quit = () => void browser.close()
  signal.addEventListener('abort', quit)
  try {
    const visits: Record<Comes, Visit[]> = { mouse: [], finger: [], nothing: [], slowly: [] }
    for (let round = 1; round <= ROUNDS; round++) {
      for (const comes of ['mouse', 'finger', 'nothing', 'slowly'] as const) {
        const over = comes === 'slowly' ? { url: slowShop.url, server: slow.port } : { url: shop.url, server: server.port }
        const made = await visit(browser, { ...over, comes })
        visits[comes].push(made)
        progress(`round ${round} of ${ROUNDS}: pressed ${HOW[comes]}, ready to type after ${Math.round(made.typableMs)} ms`)
      }
    }
    const scriptMs = median(await scripts(browser, { url: shop.url, signal }))
    return [...figuresOf(visits.nothing), ...readyOf(visits), measured({ ...SCRIPT, value: scriptMs })]
  } finally {
    signal.removeEventListener('abort', quit)
    await browser.close()
    shop.close()
    slowShop.close()
    slow.close()
    await server.stop()
    folder.remove()
  }
}

const SCRIPT = {
  measure: `main-thread script before intent, processor slowed ${SLOWED} times`,
  unit: 'ms',
  limit: { of: 'value', atMost: 20 },
} as const

const HOW = { mouse: 'by mouse', finger: 'with a finger', nothing: 'out of nothing', slowly: 'out of nothing, on slow 4G' }

// When the button was pressed, and when what is typed goes into the message: at first in the page, then in the widget's frame.
const NOTE_TIMES = `
  const now = () => performance.timeOrigin + performance.now()
  const standing = (at = document.activeElement) => at?.shadowRoot?.activeElement ? standing(at.shadowRoot.activeElement) : at
  const look = () => document.hasFocus() && standing()?.matches('textarea') ? window.typableAt ??= now() : requestAnimationFrame(look)
  addEventListener('click', () => { window.clickedAt ??= now(); look() }, true)
  if (parent !== window) look()`

type File = { path: string; gzip: number; brotli: number }
type Visit = { before: File[]; after: File[]; kept: number; typableMs: number; inFrameMs: number }

type Comes = keyof typeof HOW
type Visiting = { url: string; server: number; comes: Comes }

async function visit(browser: Browser, { url, server, comes }: Visiting): Promise<Visit> {
  const { context, page } = await openDevice(browser, { hasTouch: comes === 'finger' })
  await page.addInitScript(NOTE_TIMES)
  const requests: Request[] = []
  page.on('request', (request) => void (Number(new URL(request.url()).port) === server && requests.push(request)))
  await page.goto(url)
  const button = page.getByRole('button', { name: /chat/i })
  await button.waitFor()
  await page.waitForLoadState('networkidle')
  const count = requests.length
  const kept = (await keptBy(page)) + (await context.cookies()).length

  if (comes === 'mouse') await moveTo(page, button)
  if (comes === 'finger') await touch(page, button)
  else await button.click()
  await page.frameLocator('iframe').getByRole('textbox').last().waitFor()
  const clickedAt = await page.evaluate<number>('clickedAt')
  // A finger brings it there with the next tap.
  if (comes !== 'finger') await page.frames().at(-1)?.waitForFunction('window.typableAt')
  const [typableAt = Infinity, inFrameAt = Infinity] = await Promise.all(
    page.frames().map((frame) => frame.evaluate<number>('typableAt')),
  )
  const files = await Promise.all(requests.map(fileOf))
  await context.close()
  const times = { typableMs: Math.min(typableAt, inFrameAt) - clickedAt, inFrameMs: inFrameAt - clickedAt }
  return { before: files.slice(0, count), after: files.slice(count), kept, ...times }
}

async function touch(page: Page, button: Locator): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [await middleOf(button)] })
  await setTimeout(TOUCH_MS)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

// As a hand does, which takes a while over the last stretch.
async function moveTo(page: Page, button: Locator): Promise<void> {
  const { x, y } = await middleOf(button)
  for (let step = STEPS; step >= 0; step--) {
    await page.mouse.move(x - step * STEP_PX, y - step * STEP_PX)
    await setTimeout(STEP_MS)
  }
}

async function middleOf(button: Locator): Promise<{ x: number; y: number }> {
  const box = await button.boundingBox()
  if (!box) throw new Error('the button is to be seen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function fileOf(request: Request): Promise<File> {
  const path = new URL(request.url()).pathname
  const body = (await (await request.response())?.body()) ?? Buffer.alloc(0)
  return {
    path,
    gzip: gzipSync(body, { level: constants.Z_BEST_COMPRESSION }).length,
    brotli: brotliCompressSync(body).length,
  }
}

function figuresOf(visits: readonly Visit[]): Measure[] {
  const [first] = visits
  if (!first) throw new Error('nobody visited')
  const loader = first.before.filter(({ path }) => path === '/portico.js')
  const application = first.after.filter(({ path }) => /\.(?:js|css)$|^\/frame$/.test(path))
  const sum = (files: readonly File[], how: 'gzip' | 'brotli') => files.reduce((total, file) => total + file[how], 0) / KIB
  const most = (figure: (visit: Visit) => number) => Math.max(...visits.map(figure))
  const atMost = (limit: number) => ({ of: 'value', atMost: limit }) as const
  const named = (files: readonly File[]) => files.map(({ path }) => path).join(' ')
  return [
    measured({ measure: 'loader, gzip', unit: 'KiB', value: sum(loader, 'gzip'), limit: atMost(4) }),
    measured({ measure: 'loader, brotli', unit: 'KiB', value: sum(loader, 'brotli') }),
    measured({ measure: 'chat application until usable, gzip', unit: 'KiB', value: sum(application, 'gzip'), limit: atMost(30) }),
    measured({ measure: 'chat application until usable, brotli', unit: 'KiB', value: sum(application, 'brotli') }),
    measured({
      measure: 'requests before the click',
      unit: 'requests',
      value: most(({ before }) => before.length),
      limit: atMost(2),
      note: named(first.before),
    }),
    measured({
      measure: 'requests after the click',
      unit: 'requests',
      value: most(({ after }) => after.length),
      note: named(first.after),
    }),
    measured({ measure: 'things kept before the click', unit: 'things', value: most(({ kept }) => kept), limit: atMost(0) }),
  ]
}

function readyOf({ mouse, finger, nothing, slowly }: Record<Comes, readonly Visit[]>): Measure[] {
  const ms = (visits: readonly Visit[], of: 'typableMs' | 'inFrameMs' = 'typableMs') => ({
    unit: 'ms',
    value: median(visits.map((each) => each[of])),
  })
  const limit = { of: 'value', atMost: 60 } as const
  return [
    measured({
      measure: 'from the click until one can type, the mouse having come to the button',
      ...ms(mouse),
      limit,
      note: `over the last ${STEPS * STEP_PX} px it took ${STEPS * STEP_MS} ms; the application is fetched when it is near`,
    }),
    measured({
      measure: 'from the click until one can type, tapped in a browser that has cached nothing',
      ...ms(finger),
      limit,
      note: `the finger stays ${TOUCH_MS} ms on the glass; as long as it does, the browser holds back what is fetched`,
    }),
    measured({ measure: 'from the click until one can type, pressed out of nothing', ...ms(nothing), limit }),
    measured({ measure: 'from the click until one can type, pressed out of nothing on slow 4G', ...ms(slowly), limit }),
    measured({
      measure: 'from the click until the caret stands in the frame, pressed out of nothing',
      ...ms(nothing, 'inFrameMs'),
      note: 'no hand does this; about half of it is the browser starting a process for the frame of another site',
    }),
    measured({
      measure: 'from the click until the caret stands in the frame, pressed out of nothing on slow 4G',
      ...ms(slowly, 'inFrameMs'),
      note: 'what is typed meanwhile is in the message',
    }),
  ]
}

const keptBy = (page: Page): Promise<number> =>
  page.evaluate('indexedDB.databases().then((found) => found.length + localStorage.length + sessionStorage.length)')

/** Time in scripts until the page is quiet, in browsers slowed down; that of the page itself is none. */
async function scripts(browser: Browser, { url, signal }: { url: string; signal: AbortSignal }): Promise<number[]> {
  const times: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    const { context, page } = await openDevice(browser)
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    await devtools.send('Performance.enable')
    await page.goto(url)
    // Not by looking for the button: what looks is a script as well.
    await setTimeout(QUIET_MS, undefined, { signal })
    const { metrics } = await devtools.send('Performance.getMetrics')
    times.push((metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1000)
    await context.close()
  }
  return times
}
