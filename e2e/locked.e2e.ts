import { CLOSE } from '@portico/protocol/close-codes'
import { newId } from '@portico/protocol/new-id'
import { PASSWORD } from '@portico/testkit/account'
import { post } from '@portico/testkit/site'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, hire, makeOwner, reply, sitDown, type Account } from './desk.ts'
import { openWire } from './scenes/wire.ts'
import { ask, openStage, type Stage } from './stage.ts'

const AT_ONCE_MS = 1000
const SECRETS = ['Vera', 'Where is my bowl', 'Nakamura', 'half a sentence']

let stage: Stage
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
})
afterAll(() => stage.close())

test('[CO40] whoever is withdrawn while a conversation is open sees nothing of it a second later, and is told why', async () => {
  const { page, account } = await inConversation('Yuto')
  expect(await seen(page)).toEqual(SECRETS)
  await post(
    stage.place,
    '/commands',
    { commands: [{ id: newId(), command: { type: 'operator.revoke', operator: account.id } }] },
    { cookie: owner.cookie },
  )
  await page.getByRole('heading', { name: 'Your account was deactivated' }).waitFor({ timeout: AT_ONCE_MS })
  expect(await seen(page)).toEqual([])
  expect(await page.title()).toBe('Your account was deactivated')
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('portico.draft')))).toEqual([])
})

test('[CO40] a session that was ended elsewhere locks too, and signing in again leads back, with what was half written', async () => {
  const { page, account } = await inConversation('Rin')
  await fetch(`${stage.url}/api/session`, { method: 'DELETE', headers: { cookie: account.cookie } })
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor({ timeout: AT_ONCE_MS })
  expect(await seen(page)).toEqual([])
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await page.getByLabel('E-mail').fill('rin@example.org')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('log').getByText('Where is my bowl').waitFor()
  expect(await page.getByRole('textbox', { name: /^Reply/ }).inputValue()).toBe('half a sentence')
})

test('[CO41] signing out in one tab locks the others, with and without a connection', async () => {
  const { page, context } = await inConversation('Sora')
  const wire = await openWire(page)
  await page.reload()
  await page.getByRole('log').getByText('Where is my bowl').waitFor()
  wire.cut()
  await page.getByText(/^Connection lost/).waitFor()
  const other = await context.newPage()
  await other.goto(`${stage.url}/settings/device`)
  await other.getByRole('button', { name: 'Sign out' }).click()
  await other.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor({ timeout: AT_ONCE_MS })
  expect(await seen(page)).toEqual([])
})

test('[CO41] a read that is answered "not signed in" locks as well', async () => {
  const { page } = await inConversation('Aoi')
  const refused = { refused: 'not-signed-in', detail: 'withdrawn' }
  await page.route('**/api/sessions', (route) => route.fulfill({ status: 401, json: refused }))
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await page.getByRole('heading', { name: 'Your account was deactivated' }).waitFor()
  expect(await seen(page)).toEqual([])
})

test('[CO42] a page that the browser keeps for its back button comes back empty, and begins anew', async () => {
  const { page } = await inConversation('Ken')
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  expect(await page.locator('body').isVisible()).toBe(false)
  const loaded = page.waitForEvent('load')
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await loaded
  await page.getByRole('log').getByText('Where is my bowl').waitFor()
})

test('[WG48] a chat whose token is not taken any more shows nothing of it, and reads nothing out', async () => {
  const { page: desk } = await sitDown(stage, owner)
  const { page: shop } = await stage.device()
  const wire = await openWire(shop)
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'Is the tide glaze safe?')
  await accept(desk, 'Is the tide glaze safe?')
  await reply(desk, 'It is, Nakamura says so.')
  await frame.getByText('It is, Nakamura says so.').first().waitFor()
  wire.end(CLOSE.token)
  await frame.getByText('This conversation can no longer be opened on this device.').waitFor()
  const html = await frame.locator('html').evaluate((root) => root.outerHTML)
  for (const secret of ['tide glaze', 'Nakamura', 'Hanne']) expect(html).not.toContain(secret)
})

/** Somebody at a desk of his own, in a conversation with Vera, writing. */
async function inConversation(name: string) {
  const account = await hire(stage, owner, `${name} Nakamura`)
  const question = `Where is my bowl, ${name}?`
  const { page, context } = await sitDown(stage, account)
  const vera = await stage.visit('Vera')
  await vera.open(question, { name: 'Vera' })
  await accept(page, question)
  await page.getByRole('textbox', { name: /^Reply/ }).fill('half a sentence')
  return { page, context, account }
}

/** What of the secrets stands anywhere in the document: in texts, attributes, fields and the title. */
const seen = (page: Page): Promise<string[]> =>
  page.evaluate((secrets) => {
    const fields = [...document.querySelectorAll('textarea, input')] as HTMLInputElement[] // both have a value
    const everything = document.documentElement.outerHTML + document.title + fields.map(({ value }) => value).join(' ')
    return secrets.filter((secret) => everything.includes(secret))
  }, SECRETS)
