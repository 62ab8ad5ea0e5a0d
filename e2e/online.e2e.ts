import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Account, enter, hire, makeOwner, openSetting, reachMe, sitDown } from './desk.ts'
import { openStage, widget, widgetButton, type Stage } from './stage.ts'
import { open } from './visit.ts'

/** An operator whose last console is gone is missed after 15 s: a page load is no absence. */
const ABSENT_MS_MAX = 25_000

let stage: Stage
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
})
afterAll(() => stage.close())

test('[A19][A20][A8] while nobody is there the button shows no dot, and the widget asks to leave a message', async () => {
  const shop = await enterShop()
  expect(await widgetButton(shop).getAttribute('aria-label')).not.toContain('Staff online')
  const frame = await open(shop)
  await frame.getByText('Nobody is here right now').waitFor()
  await frame.getByText('Leave us a message').waitFor()
  await frame.getByRole('textbox', { name: 'Message' }).fill('Please call me back.')
  await frame.getByRole('button', { name: 'Leave the message' }).click()
  await frame.getByText('Your message has arrived').waitFor()
  await frame.getByText(/you may close this window/).waitFor()

  // It follows who comes and goes, also for who is waiting already.
  const { page: desk } = await sitDown(stage, owner)
  await frame.getByText('Somebody joins you here soon.', { exact: false }).waitFor()
  await desk.getByText('Please call me back.').first().waitFor()
})

test('[A19][B14][B15] the dot and the words follow the switch of who is there, which has three stops', async () => {
  const { page: desk } = await sitDown(stage, owner)
  await openSetting(desk, 'Team')
  expect(await seen(await enterShop())).toEqual(['Staff online', 'We are here'])
  await reachMe(desk, 'Colleagues only')
  await presence(desk, 'Hanne Sørensen', 'Unavailable').waitFor()
  expect(await seen(await enterShop())).toEqual(['Nobody is here right now'])
  await reachMe(desk, 'Unavailable')
  await reachMe(desk, 'Available')
  await presence(desk, 'Hanne Sørensen', 'Active').waitFor()
  expect(await seen(await enterShop())).toEqual(['Staff online', 'We are here'])
})

test('[B14][B17][B19] staff is online while one of its consoles is connected: a page load is no absence, a longer one is', async () => {
  const { page: yuto, context } = await sitDown(stage, await hire(stage, owner, 'Yuto Nakamura'))
  const { page: hanne } = await sitDown(stage, owner)
  await openSetting(hanne, 'Team')
  await presence(hanne, 'Yuto Nakamura', 'Active').waitFor()
  await reachMe(hanne, 'Unavailable')
  await presence(hanne, 'Hanne Sørensen', 'Unavailable').waitFor()
  await enter(yuto, stage.url)
  expect(await seen(await enterShop())).toEqual(['Staff online', 'We are here'])

  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  await context.close()
  await presence(hanne, 'Yuto Nakamura', 'Away').waitFor({ timeout: ABSENT_MS_MAX })
  expect(await seen(await enterShop())).toEqual(['Nobody is here right now'])

  // A closed console is no logout.
  expect((await fetch(`${stage.url}/api/session`, { method: 'DELETE', headers: { cookie } })).status).toBe(200)
  await presence(hanne, 'Yuto Nakamura', 'Logged out').waitFor()
})

/** A new visitor each time: a page may keep the configuration for a minute. */
async function enterShop(): Promise<Page> {
  const { page } = await stage.device()
  await page.goto(stage.shop.url)
  await widgetButton(page).waitFor()
  return page
}

async function seen(shop: Page): Promise<string[]> {
  const label = (await widgetButton(shop).getAttribute('aria-label')) ?? ''
  await open(shop)
  const words = widget(shop).getByText(/^(We are here|Nobody is here right now)$/)
  return [...(label.includes('Staff online') ? ['Staff online'] : []), await words.first().innerText()]
}

const presence = (desk: Page, name: string, word: string) =>
  desk.getByRole('row').filter({ hasText: name }).getByRole('cell', { name: word, exact: true })
