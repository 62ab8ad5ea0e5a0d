import type { BrowserContext, Page } from 'playwright-core'
import type { Device } from '../browser.ts'
import type { Stage } from '../stage.ts'

/** The site of every shop: what a frame stores there belongs to the page around it, whatever its port. */
const SHOPS = 'http://127.0.0.1'

type Options = Parameters<Stage['device']>[0]
type Kept = { device: Device; forget: () => Promise<void> }

/**
 * Browsers that stay for whoever comes next: to open one, and to compile the console in it, costs more than all that is looked at
 * then. Each visit is a tab of its own, and finds nothing that one before it has stored.
 */
export function keepDevices({ url, device: openDevice }: Stage): Stage['device'] {
  const kept = new Map<string, Promise<Kept>>()

  async function open(options: Options): Promise<Kept> {
    const device = await openDevice(options)
    await device.page.goto(`${url}/assets/console/icon.svg`)
    const session = await device.context.newCDPSession(device.page)
    return {
      device,
      forget: async () => {
        await device.context.clearCookies()
        for (const storageKey of [`${url}/`, `${url}/^0${SHOPS}`])
          await session.send('Storage.clearDataForStorageKey', { storageKey, storageTypes: 'all' })
      },
    }
  }

  return async (options) => {
    const key = JSON.stringify(options)
    const opening = kept.get(key) ?? open(options)
    kept.set(key, opening)
    const { device, forget } = await opening
    await forget()
    return { ...device, page: await openTab(device) }
  }
}

/** Opened from a page of the server, a tab lives in the process that has compiled what it shows. */
async function openTab({ context, page }: { context: BrowserContext; page: Page }): Promise<Page> {
  const [tab] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void open('about:blank'))])
  return tab
}
