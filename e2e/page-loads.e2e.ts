import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, openDevice } from './browser.ts'
import { accept, makeOwner, reply, sitDown } from './desk.ts'
import { openPath, type Path } from './path.ts'
import { openShop, type Shop } from './shop.ts'
import { ask, openStage, widget, type Stage } from './stage.ts'
import { line, say } from './visit.ts'

let stage: Stage
let path: Path
let shop: Shop
let desk: Page
beforeAll(async () => {
  stage = await openStage()
  path = await openPath(stage.url)
  shop = await openShop(path.url)
  desk = (await sitDown(stage, await makeOwner(stage))).page
})
afterAll(async () => {
  shop.close()
  path.close()
  await stage.close()
})

test('[A16] the conversation, its state and what is half written survive page loads, and two tabs stay one', async () => {
  const { context, page, errors } = await stage.device()
  await page.goto(shop.url)
  const frame = await ask(page, 'Do you ship to Gdańsk?')
  await accept(desk, 'Do you ship to Gdańsk?')
  await reply(desk, 'In four days.')
  await line(frame, 'In four days.').waitFor()
  await frame.getByRole('textbox', { name: 'Write a message' }).fill('And to Kra')

  await page.getByRole('link', { name: 'Care' }).click()
  await page.getByRole('heading', { name: 'Care' }).waitFor()
  await line(frame, 'Do you ship to Gdańsk?').waitFor()
  await line(frame, 'In four days.').waitFor()
  await expect.poll(() => frame.getByRole('textbox', { name: 'Write a message' }).inputValue()).toBe('And to Kra')

  // A site that changes pages without loading them.
  await page.evaluate(() => {
    history.pushState(null, '', '/bowls/large')
    document.title = 'Large bowl'
    document.querySelector('main')?.replaceChildren('The large bowl')
  })
  await page.getByText('The large bowl').waitFor()
  await line(frame, 'In four days.').waitFor()

  const other = await context.newPage()
  await other.goto(shop.url)
  await line(widget(other), 'In four days.').waitFor()
  await say(widget(other), 'And to Kraków?')
  await line(frame, 'And to Kraków?').waitFor()
  await reply(desk, 'In five.')
  await line(frame, 'In five.').waitFor()
  await line(widget(other), 'In five.').waitFor()
  expect(errors).toEqual([])
})

test('[A16] where the browser allows frames no storage, the conversation survives the page loads of its tab', async () => {
  const browser = await launch({ framesStore: false })
  const { page, errors } = await openDevice(browser)
  await page.goto(shop.url)
  const frame = await ask(page, 'Do you ship to Lyon?')
  await page.getByRole('link', { name: 'Care' }).click()
  await page.getByRole('heading', { name: 'Care' }).waitFor()
  await line(frame, 'Do you ship to Lyon?').waitFor()
  await frame.getByText('Sent', { exact: true }).waitFor()
  const denied = page.frames().map((each) => each.evaluate(() => localStorage.length).catch(() => 'denied'))
  expect(await Promise.all(denied)).toEqual([1, 'denied'])
  expect(errors).toEqual([])
  await browser.close()
})

test('[A8][A16] what the visitor minimised stays minimised on the next page, and comes back to where it was', async () => {
  const { page } = await stage.device()
  await page.goto(shop.url)
  const frame = await ask(page, 'Is the jug in stock?')
  await frame.getByRole('button', { name: 'Minimise' }).click()
  await frame.getByRole('button', { name: 'Open the conversation' }).waitFor()
  await page.reload()
  await frame.getByRole('button', { name: 'Open the conversation' }).waitFor()
  expect(await frame.getByRole('log').count()).toBe(0)
  await frame.getByRole('button', { name: 'Open the conversation' }).click()
  await line(frame, 'Is the jug in stock?').waitFor()
})

test('[A8][A16] on the next page the window stands in its place before the server has answered, and moves nothing', async () => {
  const { page } = await stage.device()
  await page.goto(shop.url)
  const frame = await ask(page, 'Is the bowl heavy?')
  await frame.getByText('Sent', { exact: true }).waitFor()
  await frame.getByRole('button', { name: 'Minimise' }).click()
  const open = frame.getByRole('button', { name: 'Open the conversation' })
  await open.waitFor()
  const bar = await boxOf(page)
  expect(bar).toMatchObject({ width: 304, height: 56 })
  path.block('/socket', '/stream', '/poll')
  await page.reload()
  await open.waitFor()
  expect(await boxOf(page)).toEqual(bar)
  await open.click()
  await expect.poll(() => boxOf(page)).toMatchObject({ width: 376 })
  path.block()
  await line(frame, 'Is the bowl heavy?').waitFor()
})

test('[A16] the next page shows what has come meanwhile, for the price of loader, configuration and frame', async () => {
  const { page } = await stage.device()
  await page.goto(shop.url)
  const frame = await ask(page, 'Can the plate go in the oven?')
  await accept(desk, 'Can the plate go in the oven?')
  await frame.getByRole('button', { name: 'Close' }).click()
  await page.goto('about:blank')
  await reply(desk, 'It can.')
  await desk.getByText(/Sent$/).waitFor()

  const before = path.asked().length
  const urls: string[] = []
  page.on('request', (request) => urls.push(request.url()))
  await page.goto(`${shop.url}/care`)
  await page.getByRole('button', { name: /It can\./ }).waitFor()
  await page.waitForLoadState('networkidle')
  const asked = new Set(path.asked().slice(before))
  const fresh = new Set(['GET /portico.js', 'GET /widget/main/config.json', 'GET /frame', 'GET /socket'])
  // What shows it beside the button, and its sound, are parts that no page before has needed.
  const known = [...asked.difference(fresh)].filter(
    (each) => !/^GET \/assets\/widget\/(?:loader-beside|loader-count|tone)-/.test(each),
  )
  expect(known, 'what the browser has kept is not asked for again').toEqual([])
  expect(asked).toContain('GET /socket')
  const kinds = new Set(urls.filter((url) => url.startsWith(path.url)).map((url) => kindOf(new URL(url).pathname)))
  expect([...kinds].toSorted()).toEqual(['/assets/widget', '/frame', '/portico.js', '/widget/main/config.json'])
})

test('[A16][A24] what is written without a connection goes out from the next page', async () => {
  const { page } = await stage.device()
  await page.goto(shop.url)
  const frame = await ask(page, 'How heavy is the bowl?')
  await accept(desk, 'How heavy is the bowl?')
  await frame.getByText('Hanne joined').waitFor()
  path.cut()
  await say(frame, 'The large one.')
  await frame.getByText('Sending').waitFor()
  path.mend()
  await page.getByRole('link', { name: 'Care' }).click()
  await page.getByRole('heading', { name: 'Care' }).waitFor()
  await line(frame, 'The large one.').waitFor()
  await line(desk, 'The large one.').waitFor()
  await expect.poll(() => frame.getByText('Sending').count()).toBe(0)
  expect(await line(desk, 'The large one.').count()).toBe(1)
})

const kindOf = (pathname: string): string => (pathname.startsWith('/assets/widget/') ? '/assets/widget' : pathname)

/** From the page's first moment until this can be read. */
const boxOf = (page: Page) => page.locator('iframe').boundingBox()
