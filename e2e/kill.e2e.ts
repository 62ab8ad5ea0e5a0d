import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { freePort } from '@portico/testkit/free-port'
import { startProcess, type ServerProcess } from '@portico/testkit/server-process'
import { createSqlite, type TestDatabase } from '@portico/testkit/test-database'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launch, openDevice } from './browser.ts'
import { accept, makeOwner, reply, sitDown } from './desk.ts'
import { openShop } from './shop.ts'
import { ask } from './stage.ts'
import { bubbles, line, say } from './visit.ts'

const KILLS = 5
/** Of each side between two kills. With the notices they stay within what a screen holds without scrolling back. */
const WRITTEN = 4
const UNDER_WAY = /Sending|Goes out when the connection is back/

let database: TestDatabase
let browser: Browser
let server: ServerProcess | undefined
beforeAll(async () => {
  browser = await launch()
})
beforeEach(async () => {
  database = await createSqlite()
})
afterEach(async () => {
  server?.kill()
  await server?.ended
  await database.drop()
})
afterAll(() => browser.close())

test('[A24] the server is killed five times while both write: nothing that said sent is missing, all stands once, in one order', async () => {
  const { environment } = database
  const port = await freePort()
  const url = `http://localhost:${port}`
  server = await startProcess({ port, environment })
  const shop = await openShop(url)
  const account = await makeOwner({ place: { url }, server })
  const { page: desk, errors: deskErrors } = await sitDown({ url, device: (options) => openDevice(browser, options) }, account)
  const { page, errors } = await openDevice(browser)
  await page.goto(shop.url)
  const frame = await ask(page, 'Shall we?')
  await accept(desk, 'Shall we?')
  await line(frame, 'Shall we?').waitFor()

  const visitors = textsOf('shop')
  const operators = textsOf('desk')
  for (let round = 0; round < KILLS; round++) {
    // Each time a little later, and the rest is written while there is no server.
    const killAfter = round % WRITTEN
    const writing: Promise<void>[] = [
      write(visitors.slice(round * WRITTEN, (round + 1) * WRITTEN), (text) => say(frame, text), killAfter, server.kill),
      write(
        operators.slice(round * WRITTEN, (round + 1) * WRITTEN),
        (text) => reply(desk, text),
        WRITTEN,
        () => {},
      ),
    ]
    await server.ended
    const stored = storedTexts(environment)
    expect(await sentTexts(frame)).not.toEqual([])
    for (const side of [frame, desk]) expect(stored).toEqual(expect.arrayContaining(await sentTexts(side)))
    ;[server] = await Promise.all([startProcess({ port, environment }), ...writing])
    for (const side of [frame, desk]) await allSent(side)
  }

  const all = storedTexts(environment)
  expect(all.toSorted()).toEqual(['Shall we?', ...visitors, ...operators].toSorted())
  expect(all.filter((text) => text.startsWith('shop'))).toEqual(visitors)
  expect(all.filter((text) => text.startsWith('desk'))).toEqual(operators)
  for (const side of [frame, desk]) await expect.poll(() => shownTexts(side)).toEqual(all)
  expect({ errors, deskErrors }).toEqual({ errors: [], deskErrors: [] })
  shop.close()
})

const textsOf = (side: string) => Array.from({ length: KILLS * WRITTEN }, (_, n) => `${side} ${String(n).padStart(2, '0')}`)

async function write(texts: readonly string[], send: (text: string) => Promise<void>, killAfter: number, kill: () => void) {
  for (const [n, text] of texts.entries()) {
    await send(text)
    if (n === killAfter) kill()
  }
}

/** Waits as a person does who does not like to wait. */
async function allSent(side: FrameLocator | Page): Promise<void> {
  const again = side.getByRole('button', { name: 'Try now' })
  await expect
    .poll(async () => {
      // It may be gone before a click has found it.
      await again.evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click())) // buttons are elements of HTML
      // innerText would leave out what stands in the log but has not been laid out.
      return side.getByRole('log').textContent()
    })
    .not.toMatch(UNDER_WAY)
}

function storedTexts(environment: Record<string, string>): string[] {
  const file = new DatabaseSync(join(environment['PORTICO_DATA'] ?? '', 'portico.db'))
  const rows = file.prepare("select text from line where kind = 'message' order by ordinal").all()
  file.close()
  return rows.map(({ text }) => String(text))
}

/** Everything that was said, as it stands on a screen. */
const shownTexts = (side: FrameLocator | Page): Promise<string[]> => bubbles(side.getByRole('log'))

/** What the one who wrote it is told has been sent. */
const sentTexts = (side: FrameLocator | Page): Promise<string[]> =>
  bubbles(side.getByRole('log').locator('[class*=turn]').filter({ hasNotText: UNDER_WAY }))
