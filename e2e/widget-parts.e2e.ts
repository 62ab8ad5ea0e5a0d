import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, makeOwner, reply, sitDown, type Account } from './desk.ts'
import { openShop } from './shop.ts'
import { openStage, widget, widgetButton, type Stage } from './stage.ts'
import { line, open } from './visit.ts'

let stage: Stage
let owner: Account
let desk: Page
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
  desk = (await sitDown(stage, owner)).page
})
afterAll(() => stage.close())

const LOG = '**/assets/widget/log-*.js'
const SPOKEN = [
  {
    lang: 'en',
    send: 'Send',
    write: 'Write a message',
    missing: 'Part of the chat could not be loaded. You can go on writing.',
    again: 'Load it again',
    close: 'Close',
  },
  {
    lang: 'fr',
    send: 'Envoyer',
    write: 'Écrire un message',
    missing: 'Une partie de la discussion n’a pas pu être chargée. Vous pouvez continuer d’écrire.',
    again: 'La recharger',
    close: 'Fermer',
  },
]

test.each(SPOKEN)(
  '[WG50] in $lang, a part that cannot be fetched says so, the conversation goes on, and loaded again it is whole',
  async ({ lang, send, write, missing, again }) => {
    const shop = await openShop(stage.url, { lang })
    const { page, errors } = await stage.device()
    await page.route(LOG, (route) => route.abort())
    await page.goto(shop.url)
    const frame = await open(page)
    const first = `Is the ${lang} bowl heavy?`
    await frame.getByRole('textbox').last().pressSequentially(first)
    expect(await frame.getByText(missing).count(), 'nobody misses it yet').toBe(0)
    await frame.getByRole('button', { name: send }).click()
    await frame.getByText(missing).waitFor()

    await accept(desk, first)
    await line(desk, first).waitFor()
    const composer = frame.getByRole('textbox', { name: write })
    await composer.fill('The large one.')
    await composer.press('Enter')
    await line(desk, 'The large one.').waitFor()
    await reply(desk, 'Two kilos.')
    await frame.getByRole('status').getByText('Two kilos.').waitFor()
    await composer.fill('And the sm')

    // Without a connection there is nothing to load again from.
    await page.context().setOffline(true)
    await frame.getByRole('button', { name: again }).click()
    await page.context().setOffline(false)
    await frame.getByText(missing).waitFor()

    await page.unroute(LOG)
    await frame.getByRole('button', { name: again }).click()
    await line(frame, 'Two kilos.').waitFor()
    await line(frame, first).waitFor()
    expect(await frame.getByText(missing).count()).toBe(0)
    expect(await composer.inputValue()).toBe('And the sm')
    expect(errors).toEqual([])
    shop.close()
  },
)

test('[WG49] what the first message needs has come before it is sent, and nothing of it before the window is open', async () => {
  const { page } = await stage.device()
  const fetched: string[] = []
  page.on('requestfinished', (request) => fetched.push(new URL(request.url()).pathname))
  const parts = () =>
    fetched.flatMap((path) => /^\/assets\/widget\/(log|waiting|menu|earlier|ended)-[\w-]+\.js$/.exec(path)?.[1] ?? []).toSorted()
  await page.goto(stage.shop.url)
  await widgetButton(page).waitFor()
  await page.mouse.move(1400, 860)
  await widget(page).getByRole('textbox', { name: 'Message' }).waitFor({ state: 'attached' })
  await page.waitForLoadState('networkidle')
  expect(parts()).toEqual([])
  await open(page)
  await expect.poll(parts).toEqual(['log', 'menu', 'waiting'])
})

test('[WG53] an invitation that cannot be fetched leaves the button where it is and working, and the page hears of it', async () => {
  const shop = await openShop(stage.url, { attributes: 'data-invitation="0"' })
  const { page } = await stage.device()
  await page.route('**/assets/widget/loader-beside-*.js', (route) => route.abort())
  const heard = page.waitForEvent('console', (message) => message.text() === 'heard unreachable')
  await page.addInitScript(() => {
    addEventListener('portico:error', (event) => console.log('heard', (event as CustomEvent<{ reason: string }>).detail.reason)) // as PorticoEvents has it
  })
  await page.goto(shop.url)
  await heard
  await widgetButton(page).click()
  await widget(page).getByRole('textbox', { name: 'Message' }).waitFor()
  shop.close()
})
