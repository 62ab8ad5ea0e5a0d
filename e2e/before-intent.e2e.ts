import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, makeOwner, reply, sitDown, type Account } from './desk.ts'
import { openPath, type Path } from './path.ts'
import { openShop } from './shop.ts'
import { ask, openStage, widget, widgetButton, type Stage } from './stage.ts'
import { line, open } from './visit.ts'

let stage: Stage
let path: Path
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  path = await openPath(stage.url)
  owner = await makeOwner(stage)
  await sitDown(stage, owner)
})
afterAll(async () => {
  path.close()
  await stage.close()
})

test('[A1][A6][A9] before anybody acts the widget is two requests and a button: nothing is kept, nothing is connected, nothing moves', async () => {
  const shop = await openShop(path.url)
  const { context, page, errors } = await stage.device()
  const sockets: string[] = []
  page.on('websocket', (socket) => sockets.push(socket.url()))
  await page.addInitScript(watchLayout)
  await page.goto(shop.url)
  await widgetButton(page).waitFor()
  await page.waitForLoadState('networkidle')

  expect(path.asked().toSorted()).toEqual(['GET /portico.js', 'GET /widget/main/config.json'])
  expect(await keptBy(page)).toEqual({ local: [], session: [], databases: [], cookie: '' })
  expect([await context.cookies(), page.frames().length, sockets]).toEqual([[], 1, []])
  expect(await page.evaluate(() => window.shifts)).toEqual([])
  const shown = () =>
    [...(document.querySelector('portico-chat')?.shadowRoot?.querySelectorAll('button') ?? [])].filter((button) =>
      button.checkVisibility({ visibilityProperty: true }),
    ).length
  expect(await page.evaluate(shown)).toBe(1)
  expect(await page.evaluate(() => document.querySelectorAll('button').length), "the page's own").toBe(1)

  // Coming near loads the application and still keeps and connects nothing; the first message does.
  await page.mouse.move(1400, 860)
  await widget(page).getByRole('textbox', { name: 'Message' }).waitFor({ state: 'attached' })
  expect(path.asked()).toContain('GET /frame')
  expect(await keptBy(page)).toEqual({ local: [], session: [], databases: [], cookie: '' })
  expect([await context.cookies(), page.frames().length, sockets]).toEqual([[], 2, []])
  await widgetButton(page).click()
  await ask(page, 'Is the bowl dishwasher safe?')
  expect(sockets).toHaveLength(1)
  expect(await keptBy(page)).toEqual({ local: ['portico'], session: [], databases: [], cookie: '' })
  expect(await page.evaluate(() => window.shifts)).toEqual([])
  await page.evaluate(() => document.body.prepend(Object.assign(document.createElement('hr'), { style: 'margin: 300px' })))
  await expect.poll(() => page.evaluate(() => window.shifts.length), { message: 'a shift would be seen' }).toBe(1)
  expect(errors).toEqual([])
  shop.close()
})

test('[A9] what a page calls before the script has come is done when it has, and every call is answered', async () => {
  const shop = await openShop(path.url, {
    head: `<script>${STUB}; window.opened = portico('open').then(() => 'opened')</script>`,
  })
  const { page } = await stage.device()
  await page.goto(shop.url)
  await widget(page).getByRole('textbox', { name: 'Message' }).waitFor()
  expect(await page.evaluate(() => window.opened)).toBe('opened')

  const answers = await page.evaluate(async () => {
    const { portico } = window
    if (!portico) throw new Error('there is no widget')
    const heard = () => {}
    const calls = {
      close: portico('close'),
      toggle: portico('toggle'),
      hide: portico('hide'),
      show: portico('show'),
      on: portico('on', 'unread', heard),
      off: portico('off', 'unread', heard),
      setLocale: portico('setLocale', 'en'),
      unknown: (portico as (command: string) => Promise<void>)('dance'), // a mistake of the page
    }
    const states = await Promise.allSettled(Object.values(calls))
    return Object.fromEntries(Object.keys(calls).map((name, index) => [name, states[index]?.status]))
  })
  const done = 'fulfilled'
  expect(answers).toEqual({
    close: done,
    toggle: done,
    hide: done,
    show: done,
    on: done,
    off: done,
    setLocale: done,
    unknown: 'rejected',
  })
  shop.close()
})

test('[A8][A9][A30] a page opens, hides and translates the widget, hears what happens in it, and takes it away with all that it kept', async () => {
  const shop = await openShop(path.url)
  const { page } = await stage.device()
  await page.goto(shop.url)
  await widgetButton(page).waitFor()
  await page.evaluate(() => {
    window.heard = []
    for (const event of ['opened', 'closed', 'message', 'unread'] as const) {
      void window.portico?.('on', event, ({ type, detail }) => window.heard.push({ type, detail }))
    }
  })
  await page.evaluate(() => window.portico?.('hide'))
  await widgetButton(page).waitFor({ state: 'hidden' })
  await page.evaluate(() => window.portico?.('show'))
  await widgetButton(page).waitFor()

  const frame = await ask(page, 'Which glaze is food safe?')
  await page.evaluate(() => window.portico?.('close'))
  await widgetButton(page).waitFor()
  const { page: desk } = await sitDown(stage, owner)
  await accept(desk, 'Which glaze')
  await reply(desk, 'All of them.')
  await page.getByRole('button', { name: /All of them\./ }).waitFor()
  await page.evaluate(() => window.portico?.('open'))
  await line(frame, 'All of them.').waitFor()
  await expect
    .poll(() => page.evaluate(() => window.heard))
    .toEqual([
      { type: 'portico:opened', detail: null },
      { type: 'portico:closed', detail: null },
      { type: 'portico:unread', detail: { count: 1 } },
      { type: 'portico:message', detail: { author: 'Hanne Sørensen', excerpt: 'All of them.' } },
      { type: 'portico:opened', detail: null },
      { type: 'portico:unread', detail: { count: 0 } },
    ])

  await page.evaluate(() => window.portico?.('setLocale', 'fr'))
  await frame.getByRole('textbox', { name: 'Écrire un message' }).waitFor()

  await page.evaluate(() => window.portico?.('shutdown'))
  await page.locator('portico-chat').waitFor({ state: 'detached' })
  expect(await keptBy(page)).toEqual({ local: [], session: [], databases: [], cookie: '' })
  await page.reload()
  const anew = await open(page)
  await anew.getByRole('textbox', { name: 'Write a message', exact: true }).waitFor()
  expect(await line(anew, 'All of them.').count()).toBe(0)
  shop.close()
})

// As portico-api.ts gives it to pages.
const STUB = `window.portico ??= function () {
  const call = arguments
  return new Promise((done) => (portico.q ??= []).push([call, done]))
}`

declare global {
  interface Window {
    shifts: number[]
    opened: Promise<string>
    heard: { type: string; detail: unknown }[]
  }
}

function watchLayout(): void {
  window.shifts = []
  new PerformanceObserver((list) => {
    window.shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value)) // of a layout shift
  }).observe({ type: 'layout-shift', buffered: true })
}

const keptBy = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookie: document.cookie,
  }))
