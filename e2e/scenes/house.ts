import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openStage, type Stage } from '../stage.ts'
import { liveAfternoon, type Afternoon } from './afternoon.ts'
import { keepDesks } from './desks.ts'
import { keepDevices } from './devices.ts'
import { livePast } from './past.ts'
import { furnishedShop, type Furniture } from './shop-page.ts'
import { hireStaff, signInHanne, type Staff } from './staff.ts'
import { worldClock } from './world-clock.ts'

/** A little more than everything below takes. */
const BEHIND_MS = 24 * 60_000
const OPENING_MS = 60_000

/** A shop on a Friday afternoon, with its staff, what has been said, and what is being said; to be seen from both sides. */
export type House = Stage &
  Staff &
  Afternoon & {
    furniture: Furniture
    /** Somebody's console at an address; that of before, where nothing was left on it. */
    desk: (path: string, options?: BrowserContextOptions) => Promise<Page>
    /** Nobody's before, and nobody's after: for another session, and for whoever changes the network or loads it anew. */
    ownDesk: (path: string, options?: { cookie?: string }) => Promise<Page>
    /** Whoever looked at a page has gone. */
    leave: (page: Page) => Promise<void>
  }

export async function openHouse(browser: Browser): Promise<House> {
  const clock = worldClock(BEHIND_MS)
  const stage = await openStage({ browser, clock, trusted: '127.0.0.1' })
  const staff = await hireStaff(stage, clock)
  await clock.pass(OPENING_MS)
  await livePast(stage, staff, clock)
  const afternoon = await liveAfternoon(stage, staff, clock)
  const stop = clock.run()
  const usual = await signInHanne(stage)
  const device = keepDevices(stage)
  const enter = async (open: Stage['device'], options: BrowserContextOptions, cookie = usual) => {
    const { page, context } = await open({ reducedMotion: 'reduce', ...options })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: stage.url }])
    return page
  }
  const devicesOfDesks = keepDevices(stage)
  const desks = keepDesks(stage.url, (options) => enter(devicesOfDesks, options))
  return {
    ...stage,
    ...staff,
    ...afternoon,
    device,
    furniture: await furnishedShop(stage),
    desk: (path, options = {}) => desks.open(path, options),
    ownDesk: async (path, { cookie } = {}) => {
      const page = await enter(device, {}, cookie)
      await page.goto(stage.url + path)
      return page
    },
    leave: desks.leave,
    close: async () => {
      stop()
      await stage.close()
    },
  }
}
