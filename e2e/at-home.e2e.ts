import { operator } from '@portico/testkit/person'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOwner } from './desk.ts'
import { openAnswering, type Answering } from './hosts/answering.ts'
import { documentWrite } from './hosts/document-write.ts'
import { lookAt } from './hosts/look-at.ts'
import { openHosts } from './hosts/open-hosts.ts'
import { react18Document } from './hosts/react-document.ts'
import { turbo } from './hosts/turbo.ts'
import { openStage, widget, widgetButton, type Stage } from './stage.ts'
import { open } from './visit.ts'

const PHONE = { viewport: { width: 390, height: 844 } }
/** So long the window waits for its frame before it says so. */
const PATIENCE_MS = 5000

let stage: Stage
let hosts: { url: string; close: () => void }
let ann: Answering
beforeAll(async () => {
  stage = await openStage({ trusted: '127.0.0.1' })
  hosts = await openHosts(stage.url, [react18Document, documentWrite, turbo])
  ann = openAnswering(await operator(stage.place, 'Ann', await makeOwner(stage)))
})
afterAll(async () => {
  hosts.close()
  await stage.close()
})

test.each([react18Document, documentWrite])(
  '[WG61] on the page $name the chat is at home, and does it no harm; the other pages of the gallery are looked at in the long tests',
  async (host) => {
    expect(await lookAt({ stage, at: hosts.url, ann, host })).toEqual({})
  },
)

test('[WG62][WG63] on a phone whose frame never comes the window says so, offers another try, and leads back to the page', async () => {
  const { page } = await stage.device(PHONE)
  await page.clock.install()
  await page.route('**/frame?*', (route) => route.abort())
  await page.goto(stage.shop.url)
  const told = page.waitForEvent('console', (message) =>
    message.text().startsWith('Portico: the frame of the chat does not answer'),
  )
  await widgetButton(page).click()
  await page.getByRole('button', { name: 'Close' }).waitFor()
  expect(await page.getByText('The chat does not answer.').isVisible()).toBe(false)
  await page.clock.fastForward(PATIENCE_MS)
  await page.getByText('The chat does not answer.').waitFor()
  await told
  expect(await reached(page)).toBe('PORTICO-CHAT')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByText('The chat does not answer.').waitFor({ state: 'hidden' })
  expect(await reached(page)).toBe('BUTTON')

  await page.unroute('**/frame?*')
  await widgetButton(page).click()
  await page.getByRole('button', { name: 'Try again' }).click()
  await widget(page).getByRole('textbox').last().waitFor()
  await page.getByText('The chat does not answer.').waitFor({ state: 'hidden' })

  // What goes on in the window may fail later, too.
  await page.route('**/frame?*', (route) => route.abort())
  await page.clock.fastForward(PATIENCE_MS)
  await page.evaluate(() => {
    const frame = document.querySelector('portico-chat')?.shadowRoot?.querySelector('iframe')
    if (frame) frame.src += ''
  })
  await page.getByRole('button', { name: 'Close' }).click()
  expect(await reached(page)).toBe('BUTTON')
})

test('[WG63] a page that keeps copies of itself for the way back gets none in which nothing can be reached', async () => {
  const { page, errors } = await stage.device(PHONE)
  await page.goto(`${hosts.url}/turbo/`)
  await open(page)
  await widget(page).getByRole('textbox').last().waitFor()
  expect(await reached(page)).toBe('PORTICO-CHAT')
  await page.evaluate(() => document.querySelectorAll('a')[1]?.click())
  await page.getByRole('heading', { name: 'Care', includeHidden: true }).waitFor({ state: 'attached' })
  await page.evaluate(() => window.portico?.('close'))
  await page.goBack()
  await page.getByRole('heading', { name: 'Bowls' }).waitFor()
  expect(await reached(page)).toBe('BUTTON')
  await open(page)
  await page.evaluate(() => window.portico?.('hide'))
  expect(await reached(page)).toBe('BUTTON')
  await page.evaluate(() => window.portico?.('show'))
  await expect.poll(() => reached(page)).toBe('PORTICO-CHAT')
  expect(errors).toEqual([])
})

/** What gets the focus when the button of the page asks for it. */
const reached = (page: Page) =>
  page.evaluate(() => {
    document.getElementById('mine')?.focus()
    return document.activeElement?.tagName
  })
