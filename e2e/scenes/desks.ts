import type { Page } from 'playwright-core'
import type { Stage } from '../stage.ts'
import { dress } from './dress.ts'

/** The console has nothing there: it draws nothing of where it was, and is connected to nothing. */
const NOWHERE = '/kiln'
const AT_FIRST = { width: 1440, height: 900, theme: 'light' } as const

type Options = NonNullable<Parameters<Stage['device']>[0]>

export type Desks = {
  /** A console led to an address by its own router. */
  open: (path: string, options: Options) => Promise<Page>
  /** Whoever looked at it has gone: it stays for the next one, unless something was left on it. */
  leave: (page: Page) => Promise<void>
}

type Desk = { page: Page; nothing: string; left: string; isFree: boolean }

/** To load a console, and what looks at it, costs twice as much as what is looked at then: it is loaded once. */
export function keepDesks(url: string, enter: (options: Options) => Promise<Page>): Desks {
  const kept = new Map<string, Desk>()

  async function load(options: Options): Promise<Desk> {
    const page = await enter(options)
    await page.goto(url + NOWHERE)
    const nothing = await page.getByRole('heading').innerText()
    return { page, nothing, left: await page.evaluate(tidyUp), isFree: true }
  }

  return {
    open: async (path, options) => {
      const key = JSON.stringify(options)
      const before = kept.get(key)
      const desk = before?.isFree ? before : await load(options)
      kept.set(key, desk)
      desk.isFree = false
      await dress(desk.page, AT_FIRST)
      await lead(desk.page, path)
      await desk.page.getByText(desk.nothing).waitFor({ state: 'detached' })
      return desk.page
    },
    leave: async (page) => {
      const desk = [...kept.values()].find((each) => each.page === page)
      if (!desk) return page.close()
      await lead(page, NOWHERE)
      await page.getByText(desk.nothing).waitFor()
      desk.isFree = (await page.evaluate(tidyUp)) === desk.left
      if (!desk.isFree) await page.close()
    },
  }
}

// The router hears of it as of any other way to an address.
const lead = (page: Page, path: string): Promise<void> => page.evaluate((to) => history.pushState(null, '', to), path)

// Runs in the page. What the stores hold is read anew by whoever needs it, but for the preferences; what is said in passing stays a while.
function tidyUp(): string {
  const left = JSON.stringify([document.body.innerText, localStorage.getItem('portico.preferences')])
  localStorage.clear()
  sessionStorage.clear()
  return left
}
