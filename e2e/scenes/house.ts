import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openStage, type Stage } from '../stage.ts'
import { liveAfternoon, type Afternoon } from './afternoon.ts'
import { keepDevices } from './devices.ts'
import { livePast } from './past.ts'
import { furnishedShop, type Furniture } from './shop-page.ts'
import { hireStaff, signInHanne, type Staff } from './staff.ts'
import { worldClock } from './world-clock.ts'

/** A little more than everything below takes. */
const BEHIND_MS = 24 * 60_000
const OPENING_MS = 60_000

/** A shop on a Friday afternoon, with its staff, what has been said, and what is being said; to be seen from both sides. */
export type House = Stage & Staff & Afternoon & { furniture: Furniture; desk: (path: string, options?: Desk) => Promise<Page> }

/** `cookie` of another session than the usual one. */
type Desk = BrowserContextOptions & { cookie?: string }

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
  return {
    ...stage,
    ...staff,
    ...afternoon,
    device,
    furniture: await furnishedShop(stage),
    desk: async (path, { cookie = usual, ...options } = {}) => {
      const { page, context } = await device({ reducedMotion: 'reduce', ...options })
      const [name = '', value = ''] = cookie.split('=')
      await context.addCookies([{ name, value, url: stage.url }])
      await page.goto(stage.url + path)
      return page
    },
    close: async () => {
      stop()
      await stage.close()
    },
  }
}
