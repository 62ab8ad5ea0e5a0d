import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, makeOwner, reply, sitDown } from './desk.ts'
import { openShop } from './shop.ts'
import { openStage, widget, widgetButton, type Stage } from './stage.ts'
import { line, say } from './visit.ts'

const INVITING = { attributes: 'data-invitation="0.2"' }

let stage: Stage
let desk: Page
beforeAll(async () => {
  stage = await openStage(INVITING)
  desk = (await sitDown(stage, await makeOwner(stage))).page
})
afterAll(() => stage.close())

test('[A8] invitation, introduction, waiting, conversation, minimised, ended, and a new conversation', async () => {
  await desk.goto(`${stage.url}/settings/channels/main?section=introduction`)
  await desk.getByText('Name and e-mail', { exact: true }).click()
  await desk.getByRole('button', { name: 'Publish' }).click()
  await desk.getByText('Everything is live').waitFor()
  await desk
    .getByRole('link', { name: /^Inbox/ })
    .first()
    .click()

  const { page, errors } = await stage.device()
  await page.goto(stage.shop.url)
  await page.getByText('Have a question?').waitFor()
  await page.getByRole('textbox', { name: 'Write your question' }).fill('Is the bowl dishwasher safe?')
  await page.keyboard.press('Enter')

  const frame = widget(page)
  const message = frame.getByRole('textbox', { name: 'Message' })
  await expect.poll(() => message.inputValue()).toBe('Is the bowl dishwasher safe?')
  await expect.poll(() => frame.getByLabel('Name').evaluate((field) => field === document.activeElement)).toBe(true)
  await frame.getByText('Hanne', { exact: true }).first().waitFor()
  await frame.getByRole('button', { name: 'Send' }).click()
  await frame.getByText('Please write your name.').waitFor()
  await frame.getByLabel('Name').fill('Vera Lindqvist')
  await frame.getByRole('button', { name: 'Send' }).click()
  await frame.getByText('Please write an address such as name@example.com.').waitFor()
  await expect.poll(() => frame.getByLabel('E-mail').evaluate((field) => field === document.activeElement)).toBe(true)
  await frame.getByLabel('E-mail').fill('vera@example.org')
  await message.press('Enter')
  await frame.getByText('Your message has arrived').waitFor()

  await accept(desk, 'Is the bowl dishwasher safe?')
  const about = desk.getByRole('region', { name: 'About Vera Lindqvist' })
  await expect.poll(() => about.getByLabel('E-mail').inputValue()).toBe('vera@example.org')
  await reply(desk, 'It is.')
  await line(frame, 'It is.').waitFor()
  await frame.getByRole('button', { name: 'Minimise' }).click()
  await frame.getByText('It is.').first().waitFor()
  await frame.getByRole('button', { name: 'Open the conversation' }).click()
  await line(frame, 'It is.').waitFor()
  await frame.getByRole('button', { name: 'More' }).click()
  await frame.getByRole('button', { name: 'End the conversation' }).click()
  await frame.getByRole('button', { name: 'Yes, end it now' }).click()
  await frame.getByText(/^You ended the conversation at \d{1,2}:\d\d/).waitFor()
  await desk.getByText('Vera Lindqvist ended the conversation').waitFor()
  await frame.getByRole('button', { name: 'New conversation' }).click()
  await message.waitFor()
  expect(await frame.getByLabel('Name').inputValue(), 'nobody says twice who he is').toBe('Vera Lindqvist')

  await frame.getByRole('button', { name: 'What we store' }).click()
  await frame.getByText('On this device').waitFor()
  await frame.getByRole('button', { name: 'Back', exact: true }).click()
  await frame.getByRole('button', { name: 'Earlier conversations' }).click()
  await frame.getByRole('button', { name: /It is\./ }).click()
  await line(frame, 'It is.').waitFor()
  await frame.getByRole('button', { name: 'Go on with this one' }).click()
  await say(frame, 'And the lid?')
  await frame.getByText(/^(?:Your message has arrived|You are next)$/).waitFor()
  await line(frame, 'It is.').waitFor()
  await accept(desk, 'And the lid?')
  await reply(desk, 'The lid too.')
  await line(frame, 'The lid too.').waitFor()
  expect(errors).toEqual([])
})

test('[A8] an invitation that was sent away does not come again, and a small screen gets none', async () => {
  const { page } = await stage.device()
  await page.goto(stage.shop.url)
  await page.getByText('Have a question?').waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByText('Have a question?').waitFor({ state: 'hidden' })
  await page.reload()
  const { page: phone } = await stage.device({ viewport: { width: 390, height: 844 } })
  await phone.goto(stage.shop.url)
  for (const each of [page, phone]) {
    await widgetButton(each).waitFor()
    // As long as the invitation of somebody else takes, who has come after them.
    const { page: other } = await stage.device()
    await other.goto(stage.shop.url)
    await other.getByText('Have a question?').waitFor()
    expect(await each.getByText('Have a question?').count()).toBe(0)
  }
})

test("[A6] neither the site's style nor the widget's reaches the other", async () => {
  const wild = 'button, div, span, iframe, svg { font: 40px serif !important; color: red !important; opacity: 0.5 !important }'
  // Without an invitation, which would take the button's place.
  const tame = await openShop(stage.url)
  const shop = await openShop(stage.url, { head: `<style>${wild}</style>` })
  const look = async (url: string) => {
    const { page } = await stage.device()
    await page.goto(url)
    await widgetButton(page).waitFor()
    const button = await widgetButton(page).evaluate((element) => {
      const { color, opacity, fontSize, width, height } = getComputedStyle(element)
      return { color, opacity, fontSize, width, height }
    })
    const site = await page.getByRole('button', { name: 'Add to basket' }).evaluate((element) => getComputedStyle(element).font)
    return { button, site }
  }
  const [plain, styled] = [await look(tame.url), await look(shop.url)]
  expect(styled.button).toEqual(plain.button)
  expect(styled.site).toContain('40px serif')
  expect(plain.site).not.toBe(styled.site)
  for (const each of [tame, shop]) each.close()
})
