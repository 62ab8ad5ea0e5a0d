import { post, tokenOf } from '@portico/testkit/site'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, type Account, enter, hire, makeOwner, openSetting, reply, sitDown } from './desk.ts'
import { ask, openStage, PASSWORD, type Stage } from './stage.ts'
import { line } from './visit.ts'

let stage: Stage
let owner: Account
let hanne: Page
let yuto: Page
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('[CO68] a setup link that is not whole says so before anything is asked', async () => {
  const { page } = await stage.device()
  await page.goto(`${stage.url}/setup#token=${(stage.server.setupToken ?? '').slice(0, -3)}`)
  await page.getByRole('heading', { name: 'This setup link does not work' }).waitFor()
  await page.getByText('Copy the whole link once more').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  owner = await makeOwner(stage)
  hanne = (await sitDown(stage, owner)).page
  yuto = (await sitDown(stage, await hire(stage, owner, 'Yuto Nakamura'))).page
})

test('[CO69] an address that has an account is told at its field, with the way to sign in', async () => {
  const invited = await post(stage.place, '/api/invitations', { role: 'operator', channels: [] }, { cookie: owner.cookie })
  const { link } = (await invited.json()) as { link: string } // the route's answer
  const { page } = await stage.device()
  await page.goto(`${stage.url}/join#token=${tokenOf(link)}`)
  await page.getByLabel('Your name').fill('Hanne again')
  const email = page.getByLabel('E-mail')
  await email.fill('hanne@example.org')
  await page.getByLabel('Password', { exact: true }).fill(`${PASSWORD} staple`)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.getByText('This address has an account here already.').waitFor()
  expect(await email.getAttribute('aria-invalid')).toBe('true')
  await expect.poll(() => email.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.getByRole('link', { name: 'Sign in with it' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('[CO63] where a visitor is, is the page of the moment, and since when he is gone', async () => {
  const { page: shop, context } = await stage.device()
  await shop.goto(`${stage.shop.url}/care`)
  await ask(shop, 'Where am I?')
  await accept(hanne, 'Where am I?')
  const head = hanne.locator('header').filter({ hasText: 'Running' })
  await head.getByText('On /care').waitFor()
  await shop.evaluate(() => history.pushState(null, '', '/bowls/large'))
  await head.getByText('On /bowls/large').waitFor()
  await hanne.getByRole('heading', { name: 'Began on' }).waitFor()
  await context.close()
  await head.getByText('Just left').waitFor()
})

test('[CO65][CO66] what was half written when a conversation ended is offered; it is reopened, and goes on', async () => {
  const ines = await stage.visit('Ines')
  const { conversation } = await ines.open('Which ash is it?', { name: 'Ines' })
  await accept(hanne, 'Which ash is it?')
  await hanne.getByRole('textbox', { name: 'Reply to Ines' }).fill('It is the ash of')
  await ines.send({ type: 'conversation.close', conversation })
  await hanne.getByText(/^Ended .*, Hanne Sørensen answered\.$/).waitFor()
  const unsent = hanne.getByRole('region', { name: 'You had begun an answer' })
  await unsent.getByText('It is the ash of').waitFor()
  await hanne.getByRole('textbox', { name: 'Note to the other operators' }).fill('She was in a hurry')
  await hanne.keyboard.press('Enter')
  await hanne.getByRole('article', { name: 'Note by You' }).getByText('She was in a hurry').waitFor()

  await hanne.getByRole('button', { name: 'Reopen' }).click()
  const field = hanne.getByRole('textbox', { name: 'Reply to Ines' })
  await expect.poll(() => field.inputValue()).toBe('It is the ash of')
  await reply(hanne, 'It is the ash of vines.', 'Ines')
  await line(hanne, 'It is the ash of vines.').waitFor()
  await ines.send({ type: 'conversation.close', conversation })
  await hanne.getByRole('button', { name: 'Reopen' }).waitFor()
  expect(await unsent.count()).toBe(0)
})

test('[CO67] a preview whose request a colleague takes says so, and goes on to be usable', async () => {
  const kofi = await stage.visit('Kofi')
  await kofi.open('Is it heavy?', { name: 'Kofi' })
  await card(yuto, 'Is it heavy?')
    .getByRole('button', { name: /^Preview/ })
    .click()
  const preview = yuto.getByRole('dialog')
  await preview.getByText('Is it heavy?').waitFor()
  await accept(hanne, 'Is it heavy?')
  await preview.getByText('Hanne Sørensen has accepted this request.').waitFor()
  expect(await preview.getByText(/^Waiting/).count()).toBe(0)
  await yuto.keyboard.press('Enter')
  await preview.waitFor({ state: 'hidden' })
  await yuto.getByText('You join this conversation by writing').waitFor()
})

test('[CO60][CO64] whoever leaves a channel with conversations running is asked, and can undo it', async () => {
  const mira = await stage.visit('Mira')
  await mira.open('Who stays with me?', { name: 'Mira' })
  await accept(yuto, 'Who stays with me?')
  await openSetting(yuto, 'Channels')
  await yuto.getByRole('button', { name: 'Leave Website' }).click()
  const asked = yuto.getByRole('alertdialog')
  await asked.getByText('A conversation is running, with Mira: it waits for somebody again.').waitFor()
  await asked.getByRole('button', { name: 'Leave' }).click()
  const told = yuto.getByRole('region', { name: 'Notifications' })
  await told.getByText('You have left Website.').waitFor()
  await card(hanne, 'Who stays with me?').getByText('Answered before by Yuto Nakamura').waitFor()
  await told.getByRole('button', { name: 'Undo' }).click()
  await yuto.getByRole('button', { name: 'Leave Website' }).waitFor()
  await enter(yuto, stage.url)
  await yuto.getByRole('list', { name: 'Mine' }).getByRole('link', { name: 'Mira' }).waitFor()
})

test('[CO61][CO71] a negative minute is refused, and the preview shows what each tab changes', async () => {
  await hanne.goto(`${stage.url}/settings/channels/main`)
  const minutes = hanne.getByLabel('Ask the visitor to bear with you after')
  await minutes.fill('-1')
  await hanne.getByText('Enter a number from 0 to 60 minutes.').waitFor()
  expect(await hanne.getByRole('button', { name: 'Publish' }).getAttribute('aria-disabled')).toBe('true')
  await hanne.getByRole('button', { name: 'Discard' }).click()
  await expect.poll(() => minutes.inputValue()).toBe('1')
  await hanne.getByRole('img', { name: 'Preview: Introduction' }).waitFor()
  await hanne.getByRole('link', { name: 'Appearance' }).click()
  await hanne.getByRole('img', { name: 'Preview: Conversation' }).waitFor()
  await hanne
    .getByRole('radio', { name: 'Offline' })
    .or(hanne.getByRole('button', { name: 'Offline' }))
    .first()
    .click()
  await hanne.getByRole('img', { name: 'Preview: Offline' }).waitFor()
})

test('[AU90] an account that was deactivated is reactivated by whoever may', async () => {
  await hanne.goto(`${stage.url}/settings/team`)
  await hanne.getByRole('button', { name: 'Deactivate Yuto Nakamura' }).click()
  await hanne.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
  await yuto.getByRole('heading', { name: 'Your account was deactivated' }).waitFor()
  await hanne.getByRole('button', { name: 'Reactivate Yuto Nakamura' }).click()
  await hanne.getByText('Yuto Nakamura can sign in again', { exact: false }).waitFor()
  await hanne.getByRole('button', { name: 'Deactivate Yuto Nakamura' }).waitFor()
})

const card = (desk: Page, words: string) => desk.getByRole('article').filter({ hasText: words })
