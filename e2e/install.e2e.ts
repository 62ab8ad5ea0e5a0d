import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, makeOwner, reply, sitDown } from './desk.ts'
import { openShop } from './shop.ts'
import { ask, openStage, widget, widgetButton, type Stage } from './stage.ts'
import { line } from './visit.ts'

const VISITOR_ID = '0123456789abcdef'

let stage: Stage
let desk: Page
beforeAll(async () => {
  stage = await openStage()
  desk = (await sitDown(stage, await makeOwner(stage))).page
})
afterAll(() => stage.close())

test('[A1][H4] the snippet copied from the preview page, pasted into any page, is a working chat', async () => {
  const [preview] = await Promise.all([
    desk.context().waitForEvent('page'),
    desk.getByRole('link', { name: 'Open the preview page' }).click(),
  ])
  await widget(preview).getByRole('textbox').last().waitFor()
  await preview.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.url })
  await preview.getByRole('button', { name: 'Copy' }).click()
  await preview.getByRole('button', { name: 'Copied' }).waitFor()
  const copied = await preview.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(`<script async src="${stage.url}/portico.js" data-channel="main"></script>`)
  await preview.getByText(copied, { exact: true }).waitFor()
  await preview.getByText('A preview, with your widget on it').click()
  await preview.getByRole('button', { name: 'Copied' }).waitFor({ state: 'hidden' })

  // The channel's own screen offers the same line.
  await desk.goto(`${stage.url}/channels/main?section=snippet`)
  await expect.poll(() => desk.getByLabel('Snippet', { exact: true }).getByRole('textbox').inputValue()).toBe(copied)
  await desk
    .getByRole('link', { name: /^Inbox/ })
    .first()
    .click()

  const site = await openPage(`<h1>A page of somebody</h1>${copied}`)
  const { page, errors } = await stage.device()
  await page.goto(site.url)
  const frame = await ask(page, 'Does it work here?')
  await accept(desk, 'Does it work here?')
  await reply(desk, 'It does.')
  await line(frame, 'It does.').waitFor()
  expect(errors).toEqual([])
  site.close()
})

test('[H4] the preview page is a shop to try it on, with pages of its own, and gives the snippet over plain http too', async () => {
  const { page, errors } = await stage.device()
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard')) // as browsers do over http
  await page.goto(`${stage.url}/preview`)
  await widgetButton(page).waitFor()
  const frame = await ask(page, 'Is the bowl heavy?')
  await page.getByRole('link', { name: /Serving bowl/ }).click()
  await page.getByRole('heading', { name: 'Serving bowl, tide glaze' }).waitFor()
  await line(frame, 'Is the bowl heavy?').waitFor()
  await page.getByRole('link', { name: 'Care' }).click()
  await page.getByRole('heading', { name: 'Care' }).waitFor()
  await line(frame, 'Is the bowl heavy?').waitFor()

  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const field = frame.getByRole('textbox', { name: 'Write a message' })
  await field.press('Control+V')
  await expect.poll(() => field.inputValue()).toBe(`<script async src="${stage.url}/portico.js" data-channel="main"></script>`)
  expect(errors).toEqual([])
})

test.each([
  ['is there already', matomo({ snippetMs: 0, scriptMs: 0 }), ''],
  ['is still loading', matomo({ snippetMs: 0, scriptMs: 1000 }), ''],
  ['a tag manager adds later', matomo({ snippetMs: 1000, scriptMs: 1200 }), 'data-analytics="matomo"'],
])('[A4] the operator sees the identity that the visitor has at a tracker which %s', async (which, head, attributes) => {
  const shop = await openShop(stage.url, { head, attributes })
  const { page, errors } = await stage.device()
  await page.goto(shop.url)
  await widgetButton(page).hover()
  await page.waitForFunction(() => window.askedForId)
  await ask(page, `Who am I? The tracker ${which}.`)
  await accept(desk, `Who am I? The tracker ${which}.`)
  await desk
    .getByRole('region', { name: /^About/ })
    .getByText(VISITOR_ID, { exact: true })
    .waitFor()
  expect(errors).toEqual([])
  shop.close()
})

declare global {
  interface Window {
    askedForId?: boolean
  }
}

type Moments = { snippetMs: number; scriptMs: number }

/** A tracker as a page sees it: a list of calls, until the script has come and answers them. */
function matomo({ snippetMs, scriptMs }: Moments): string {
  return `<script>
    const after = (ms, run) => (ms ? setTimeout(run, ms) : run())
    after(${snippetMs}, () => { window._paq = [['trackPageView']] })
    after(${scriptMs}, () => {
      const tracker = { trackPageView: () => {}, getVisitorId: () => { window.askedForId = true; return '${VISITOR_ID}' } }
      const run = ([call, ...rest]) => (typeof call === 'function' ? call.apply(tracker, rest) : tracker[call](...rest))
      window._paq.forEach(run)
      window._paq = { push: (...calls) => calls.forEach(run) }
    })
  </script>`
}

async function openPage(body: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><title>A page</title><body>${body}</body></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
