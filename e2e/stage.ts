import { systemClock } from '@portico/client/surroundings'
import { realClock, type Clock } from '@portico/server/platform/clock'
import { parseProxies } from '@portico/server/platform/wire/address'
import { startServer, type PorticoServer } from '@portico/server/server'
import { createSqlite, type TestDatabase } from '@portico/testkit/test-database'
import { visitor, type Place, type Visitor } from '@portico/testkit/person'
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core'
import { openDevice, sharedBrowser, type Device } from './browser.ts'
import { openShop, type Shop } from './shop.ts'

export const PASSWORD = 'correct horse battery'

/** The real server and browser in real time: the chat at localhost, a shop on another site. */
export type Stage = {
  url: string
  server: PorticoServer
  database: TestDatabase
  shop: Shop
  place: Place
  faults: unknown[]
  device: (options?: Parameters<typeof openDevice>[1]) => Promise<Device>
  /** A visitor without a browser, for company. */
  visit: (name: string) => Promise<Visitor>
  close: () => Promise<void>
}

type Options = Parameters<typeof openShop>[1] & {
  clock?: Clock
  /** Another than that of the worker. */
  browser?: Browser
  /** Proxies, as which people of the testkit may name an address of their own. */
  trusted?: string
}

export async function openStage({ clock = realClock, browser, trusted = '', ...options }: Options = {}): Promise<Stage> {
  const database = await createSqlite()
  const faults: unknown[] = []
  const server = await startServer({
    openStore: database.open,
    clock,
    host: '127.0.0.1',
    port: 0,
    trusted: parseProxies(trusted),
    onFault: (fault) => faults.push(fault),
    onFatal: (error) => faults.push(error),
  })
  const contexts: BrowserContext[] = []
  const itsBrowser = browser ?? (await sharedBrowser())
  const shop = await openShop(server.url, options)
  const place: Place = { url: server.url.replace('localhost', '127.0.0.1'), clock: systemClock, people: new Set() }
  return {
    url: server.url,
    server,
    database,
    shop,
    place,
    faults,
    device: async (more) => {
      const device = await openDevice(itsBrowser, more)
      contexts.push(device.context)
      return device
    },
    visit: (name) => visitor(place, name),
    close: async () => {
      for (const person of place.people) person.leave()
      shop.close()
      await Promise.all(contexts.map((context) => context.close()))
      await server.close()
      await database.drop()
    },
  }
}

/** Makes the owner as a person does: by the link from the terminal. */
export async function setUp(stage: Stage, page: Page, name = 'Hanne Sørensen'): Promise<void> {
  await page.goto(`${stage.url}/setup#token=${stage.server.setupToken ?? ''}`)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill('hanne@example.org')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Name of the site').fill('Barro e Sal')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByRole('heading', { name: 'Inbox' }).waitFor()
}

export const widgetButton = (page: Page) => page.getByRole('button', { name: /chat/i })

/** The frame inside the widget. */
export const widget = (page: Page): FrameLocator => page.frameLocator('iframe')

/** Opens the widget and writes the first message. */
export async function ask(page: Page, text: string): Promise<FrameLocator> {
  await page.evaluate(() => (globalThis as unknown as { portico: (command: string) => Promise<void> }).portico('open')) // the page's own API
  const frame = widget(page)
  await fillIn(frame.getByRole('textbox').last(), text)
  await frame.getByRole('textbox').last().press('Enter')
  await frame.getByText(text).first().waitFor()
  return frame
}

// What is inserted at once, as no hand does, a browser may drop in a frame of another site that has only just got the focus.
async function fillIn(field: Locator, text: string): Promise<void> {
  do await field.fill(text)
  while ((await field.inputValue()) !== text)
}
