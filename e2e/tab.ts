import type { Frame, Page } from 'playwright-core'

const STOPS_MAX = 80
const ARRIVAL_MS = 500

/** Where the keyboard stands: what is said of it, and how it and what is around it look. */
export type Stop = { name: string; look: string; top: number }

type Watch = { stop: () => Stop; lookOfLast: () => string }
declare global {
  interface Window {
    watch: Watch
  }
}

/** Has to come before the page goes anywhere. */
export async function watchKeyboard(page: Page): Promise<void> {
  await page.addInitScript(installWatch)
}

/** Where the keyboard stands, in the page or in the frame on it. */
export const standing = async (page: Page): Promise<Stop> => (await look(page)).stop

/** Goes on with Tab until it stands on what is named so; answers with the stops on the way, the last included. */
export async function tabTo(page: Page, name: string | RegExp): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  while (stops.length < STOPS_MAX) {
    const stop = await tab(page)
    stops.push(stop)
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return stops
  }
  throw new Error(`${String(name)} was not among ${stops.map((stop) => stop.name).join(', ')}`)
}

/** One Tab. What it leaves must have looked otherwise while it had the focus, or nobody could see where he was. */
export async function tab(page: Page): Promise<Stop> {
  const before = await look(page)
  await page.keyboard.press('Tab')
  const after = await before.frame.evaluate(() => window.watch.lookOfLast())
  const { stop } = await look(page)
  if (before.stop.look !== '' && before.stop.look === after) throw new Error(`nobody sees the focus on ${before.stop.name}`)
  return stop
}

async function look(page: Page): Promise<{ frame: Frame; stop: Stop }> {
  const [outer = page.mainFrame(), inner] = page.frames()
  const stop = await stopIn(outer)
  return stop.name === 'IFRAME' && inner ? { frame: inner, stop: await stopIn(inner) } : { frame: outer, stop }
}

/** The frame lives in another process: on its way there, for a moment, the focus is nowhere. */
async function stopIn(frame: Frame): Promise<Stop> {
  await frame
    .waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: ARRIVAL_MS })
    .catch(() => undefined)
  return frame.evaluate(() => window.watch.stop())
}

// Runs in the page and in its frames.
function installWatch(): void {
  const AROUND = 4
  let last: Element | undefined

  function standing(): Element {
    let element = document.activeElement ?? document.body
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element
  }

  function nameOf(element: Element): string {
    if (element === document.body) return 'the page'
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [] // what has labels is like an input
    const said = [element.ariaLabel, labels[0]?.innerText, (element as HTMLElement).innerText] // svg has no focus here
    return said.find((text) => text?.trim())?.trim() ?? element.tagName
  }

  function lookOf(element: Element): string {
    const around: Element[] = [element]
    for (let parent = element.parentElement; parent && around.length < AROUND; parent = parent.parentElement) around.push(parent)
    return around
      .map((each) => getComputedStyle(each))
      .map((style) => [style.outline, style.boxShadow, style.borderColor, style.transform].join(' '))
      .join('; ')
  }

  window.watch = {
    stop: () => {
      last = standing()
      const isNowhere = last === document.body || last.tagName === 'IFRAME'
      return { name: nameOf(last), look: isNowhere ? '' : lookOf(last), top: last.getBoundingClientRect().top }
    },
    lookOfLast: () => (last ? lookOf(last) : ''),
  }
}
