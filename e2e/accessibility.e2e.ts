import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsIn } from './axe.ts'
import { dress } from './scenes/dress.ts'
import { openHouses, type Houses } from './scenes/houses.ts'
import { SCENES } from './scenes/scenes.ts'
import { widget } from './stage.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 320, height: 720 },
] as const
const THEMES = ['light', 'dark'] as const

let houses: Houses
beforeAll(async () => {
  houses = await openHouses()
})
afterAll(() => houses.close())

test('axe sees into the frame and into the shadow root', async () => {
  const scene = SCENES.find(({ name }) => name === 'widget/conversation')
  if (!scene) throw new Error('the table of scenes has changed')
  await houses.show(scene, async ({ page }) => {
    const send = widget(page).getByRole('button', { name: 'Send' })
    await send.evaluate((button) => button.removeAttribute('aria-label'))
    expect(await violationsIn(page)).toEqual([expect.stringContaining('button-name')])
    await page.locator('portico-chat').evaluate((host) => host.shadowRoot?.append(document.createElement('button')))
    expect(await violationsIn(page)).toHaveLength(2)
  })
})

test.each(SCENES)('$name keeps WCAG 2.2 AA, light and dark, at 1440 and 320 px', async (scene) => {
  const found: string[] = []
  await houses.show(scene, async ({ page }) => {
    for (const size of SIZES) {
      for (const theme of THEMES) {
        await dress(page, { ...size, theme })
        for (const violation of await violationsIn(page)) found.push(`${size.width} px, ${theme}: ${violation}`)
      }
      if (await overflows(page)) found.push(`${size.width} px: has to be scrolled sideways`)
    }
  })
  expect(found).toEqual([])
})

/** WCAG 1.4.10, which axe does not look at. */
const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
