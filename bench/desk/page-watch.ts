import type { Page } from 'playwright-core'

/** What a page has drawn in a while. */
export type Drawn = {
  ms: number
  frames: number
  /** Frames in which what is shown was changed more than once. */
  twice: number
  /** The most changes in one frame. */
  most: number
  /** Tasks of more than 50 ms. */
  long: number
  longestMs: number
  /** Share of the time in which the main thread was busy. */
  busy: number
}

/** Watches from here on until the returned function is called. */
export async function watchPage(page: Page): Promise<() => Promise<Drawn>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const busySeconds = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  }
  await page.evaluate(WATCH)
  const [before, startedAt] = [await busySeconds(), performance.now()]
  return async () => {
    const busy = (await busySeconds()) - before
    const ms = performance.now() - startedAt
    const drawn = await page.evaluate<Omit<Drawn, 'ms' | 'busy'>>('stopWatch()')
    await devtools.detach()
    return { ...drawn, ms, busy: (busy * 1000) / ms }
  }
}

export type Rows = { drawn: number; visible: number }

/** How many rows of lists and tables there are, and how many of them are in sight, at the worst of the places one can scroll to. */
export const rowsOf = (page: Page): Promise<Rows> => page.evaluate<Rows>(COUNT_ROWS)

// A frame ends with the task after its callbacks: what is changed until then is seen with it.
const WATCH = `{
  let [frames, twice, most, long, longestMs, changes] = [0, 0, 0, 0, 0, 0]
  let watching = true
  const after = new MessageChannel()
  after.port1.onmessage = () => {
    frames++
    if (changes > 1) twice++
    most = Math.max(most, changes)
    changes = 0
  }
  const frame = () => {
    after.port2.postMessage(null)
    if (watching) requestAnimationFrame(frame)
  }
  const seen = new MutationObserver(() => void changes++)
  seen.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      long++
      longestMs = Math.max(longestMs, duration)
    }
  })
  tasks.observe({ type: 'longtask' })
  requestAnimationFrame(frame)
  window.stopWatch = () => {
    watching = false
    seen.disconnect()
    tasks.disconnect()
    return { frames, twice, most, long, longestMs }
  }
}`

const COUNT_ROWS = `(async () => {
  const ROWS = 'main li[aria-posinset], main tr[aria-rowindex]'
  const isVisible = (row) => {
    const { top, bottom, left, right } = row.getBoundingClientRect()
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
    const hit = bottom > 0 && top < innerHeight ? document.elementFromPoint((left + right) / 2, y) : null
    return hit !== null && row.contains(hit)
  }
  const count = () => {
    const rows = [...document.querySelectorAll(ROWS)]
    return { drawn: rows.length, visible: rows.filter(isVisible).length }
  }
  const worse = (one, other) => (one.drawn * other.visible > other.drawn * one.visible ? one : other)
  let worst = count()
  const scrolls = (each) => getComputedStyle(each).overflowY === 'auto' && each.scrollHeight > each.clientHeight + 1
  for (const list of [...document.querySelectorAll('main *')].filter((each) => scrolls(each) && each.querySelector(ROWS))) {
    for (const share of [0.5, 1, 0]) {
      list.scrollTo(0, share * list.scrollHeight)
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame)
      worst = worse(worst, count())
    }
  }
  return worst
})()`
