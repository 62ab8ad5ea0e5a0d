import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOwner } from './desk.ts'
import { openShop } from './shop.ts'
import { openStage, widget, widgetButton, type Stage } from './stage.ts'

// A page with one-key shortcuts, whose root moves what is fixed, and which is longer than the screen.
const PAGE = `<style>html { transform: translateY(0); filter: saturate(1); contain: paint } body { min-height: 4000px }</style>
  <script>window.keys = []; for (const key of ['keydown', 'keypress', 'keyup']) document.addEventListener(key, (event) => keys.push(event.key))</script>`
const SCREEN = { width: 1440, height: 900 }

declare global {
  interface Window {
    keys: string[]
  }
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await makeOwner(stage)
})
afterAll(() => stage.close())

test('[WG86][WG87][WG88] the page hears no key that is meant for the widget, moves and cuts nothing of it, and prints nothing of it', async () => {
  const shop = await openShop(stage.url, { head: PAGE, attributes: 'data-invitation="0"' })
  const { page, errors } = await stage.device({ viewport: SCREEN })
  await page.goto(shop.url)
  const question = page.getByRole('textbox', { name: 'Write your question' })
  await question.fill('')
  await question.pressSequentially('s?k')
  expect(await page.evaluate(() => window.keys)).toEqual([])
  await page.locator('#mine').press('s')
  expect(await page.evaluate(() => window.keys.length), "the page's own").toBe(3)

  await page.mouse.wheel(0, 1500)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000)
  await page.getByRole('button', { name: 'Send' }).click()
  const message = widget(page).getByRole('textbox').last()
  await expect.poll(() => message.inputValue()).toBe('s?k')
  const box = await page.locator('iframe').boundingBox()
  expect(box).toMatchObject({ x: SCREEN.width - 24 - 376, width: 376 })
  expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBe(SCREEN.height - 24)
  expect(box?.y).toBeGreaterThan(0)

  await widget(page).getByRole('button', { name: 'Close' }).click()
  await widgetButton(page).waitFor()
  await page.emulateMedia({ media: 'print' })
  await widgetButton(page).waitFor({ state: 'hidden' })
  await page.emulateMedia({ media: 'screen' })
  await widgetButton(page).waitFor()
  expect(errors).toEqual([])
  shop.close()
})
