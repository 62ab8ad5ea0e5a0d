import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, makeOwner, sitDown } from './desk.ts'
import { openPath, type Path } from './path.ts'
import { openShop, type Shop } from './shop.ts'
import { openStage, widget, widgetButton, type Stage } from './stage.ts'
import { line } from './visit.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

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

const field = (page: Page) => page.locator('portico-chat').getByRole('textbox', { name: 'Write a message' })

test('[WG80][WG81][WG82] one types at the click, before anything of the chat has come; words and caret go to the frame when it stands', async () => {
  const { page, errors } = await stage.device()
  await page.goto(shop.url)
  await widgetButton(page).waitFor()
  path.hold()
  await widgetButton(page).click()
  expect(await isFocused(page), 'in the task of the click').toBe(true)
  await page.keyboard.type('Is the big')
  await page.keyboard.press('Home')
  await page.keyboard.type('Hello! ')
  path.release()

  const message = widget(page).getByRole('textbox').last()
  await expect.poll(() => message.inputValue()).toBe('Hello! Is the big')
  await message.and(widget(page).locator(':focus')).waitFor()
  await field(page).waitFor({ state: 'hidden' })
  // The caret stands where it stood.
  await page.keyboard.type('(Vera here) ')
  await page.keyboard.press('End')
  await page.keyboard.type(' bowl dishwasher safe?')
  expect(await message.inputValue()).toBe('Hello! (Vera here) Is the big bowl dishwasher safe?')
  await page.keyboard.press('Enter')
  await accept(desk, 'Hello! (Vera here) Is the big bowl dishwasher safe?')
  expect(errors).toEqual([])
})

test('[WG81] whoever types on while the frame comes loses no letter', async () => {
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(3)
  const { page } = await stage.device()
  await page.goto(shop.url)
  await widgetButton(page).waitFor()
  await widgetButton(page).click()
  await page.keyboard.type(text, { delay: 8 })
  const message = widget(page).getByRole('textbox').last()
  await expect.poll(() => message.inputValue()).toBe(text)
})

test('[WG83] what is sent before the frame stands is shown at once, and goes out when it does', async () => {
  const { page } = await stage.device()
  const { promise: come, resolve: letCome } = Promise.withResolvers<void>()
  await page.route(/\/frame\?/, (route) => come.then(() => route.continue()))
  await page.goto(shop.url)
  await widgetButton(page).waitFor()
  const host = page.waitForResponse(/\/host-/)
  await widgetButton(page).click()
  await (await host).finished()
  await page.keyboard.type('Do you repair?')
  await page.keyboard.press('Enter')
  await page.locator('portico-chat').getByText('Do you repair?').waitFor()
  await page.keyboard.type('A plate')
  letCome()
  await line(widget(page), 'Do you repair?').waitFor()
  await expect.poll(() => widget(page).getByRole('textbox').last().inputValue()).toBe('A plate')
  await accept(desk, 'Do you repair?')
})

test('[WG82] with a finger the field keeps its keyboard until the next tap, and what is sent from it goes out', async () => {
  const { page } = await stage.device(PHONE)
  await page.goto(shop.url)
  await widgetButton(page).waitFor()
  await widgetButton(page).tap()
  expect(await isFocused(page)).toBe(true)
  await page.keyboard.type('Where is your workshop?')
  const message = widget(page).getByRole('textbox').last()
  await expect.poll(() => message.inputValue()).toBe('Where is your workshop?')
  expect(await isFocused(page), 'while the frame stands').toBe(true)
  await page.keyboard.press('Enter')
  await line(widget(page), 'Where is your workshop?').waitFor()
  await page.keyboard.type('And is it op')
  await expect.poll(() => message.inputValue()).toBe('And is it op')
  await message.tap()
  expect(await isFocused(page)).toBe(false)
  await page.keyboard.press('End')
  await page.keyboard.type('en?')
  expect(await message.inputValue()).toBe('And is it open?')
})

/** Whether what is typed goes into the field of the page. */
const isFocused = (page: Page) =>
  page.locator('portico-chat textarea').evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element) // the loader has put it there
