import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, makeOwner, sitDown, type Account } from './desk.ts'
import { openShop } from './shop.ts'
import { openStage, widget, type Stage } from './stage.ts'
import { line, open } from './visit.ts'

let stage: Stage
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
})
afterAll(() => stage.close())

test.each([
  ["the page's language", { lang: 'fr' }, 'en-GB', 'fr'],
  ['the wish of the snippet', { lang: 'en', attributes: 'data-locale="fr-CA"' }, 'en-GB', 'fr-CA'],
  ["the browser's language where the page has none of ours", { lang: 'pt' }, 'fr-BE', 'fr-BE'],
])('[A30][H3] the widget speaks %s', async (_which, page, locale, expected) => {
  const shop = await openShop(stage.url, page)
  const { page: visitor, errors } = await stage.device({ locale })
  await visitor.goto(shop.url)
  await visitor.getByRole('button', { name: 'Ouvrir la discussion' }).click()
  const frame = widget(visitor)
  await frame.getByRole('textbox', { name: 'Message' }).waitFor()
  expect(await frame.locator('html').getAttribute('lang')).toBe(expected)
  expect(errors).toEqual([])
  shop.close()
})

test('[A30][H3] each reads the same conversation in his own language, notices and times too', async () => {
  const { page: desk, errors } = await sitDown(stage, await hire(stage, owner, 'Aurélie Dubois'), { locale: 'fr-FR' })
  expect(await desk.locator('html').getAttribute('lang')).toBe('fr')
  await desk.getByRole('heading', { name: 'Réception' }).waitFor()
  const { page } = await stage.device()
  await page.goto(stage.shop.url)
  const frame = await open(page)
  await frame.getByRole('textbox', { name: 'Message' }).fill('Do you speak French?')
  await frame.getByRole('button', { name: 'Send' }).click()
  await desk.getByRole('button', { name: /^Accepter/ }).click()
  await desk.getByText(/Vous avez accepté la demande/).waitFor()
  await desk.getByRole('textbox', { name: /^Réponse à/ }).fill('Oui !')
  await desk.keyboard.press('Enter')
  await line(frame, 'Oui !').waitFor()
  await frame.getByText('Aurélie joined').waitFor()

  await page.evaluate(() => window.portico?.('setLocale', 'fr'))
  await frame.getByText('Aurélie a rejoint la conversation').waitFor()
  await frame.getByRole('textbox', { name: 'Écrire un message' }).waitFor()
  expect(await frame.locator('html').getAttribute('lang')).toBe('fr')
  expect(errors).toEqual([])
})

test('[H3][AU91] the console speaks the language chosen in its settings, whatever the browser says, on all devices of its person', async () => {
  const { page: desk } = await sitDown(stage, owner)
  await desk.goto(`${stage.url}/settings/profile`)
  await desk.getByLabel('Language', { exact: true }).selectOption('Français')
  await desk.getByRole('heading', { name: 'Profil', exact: true }).waitFor()
  expect(await desk.locator('html').getAttribute('lang')).toMatch(/^fr/)
  await desk.reload()
  await desk.getByRole('heading', { name: 'Profil', exact: true }).waitFor()
  const { page: another } = await sitDown(stage, owner)
  await another.goto(`${stage.url}/settings/profile`)
  await another.getByLabel('Langue', { exact: true }).selectOption('English')
  await desk.getByRole('heading', { name: 'Profile', exact: true }).waitFor()
  expect(await desk.locator('html').getAttribute('lang')).toMatch(/^en/)
})
