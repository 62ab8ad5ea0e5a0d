import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsIn } from './axe.ts'
import { DRESSES, inspect } from './inspect.ts'
import { openHouses, type Houses } from './scenes/houses.ts'
import { TALKING } from './scenes/scenes.ts'
import { widget } from './stage.ts'

let houses: Houses
beforeAll(async () => {
  houses = await openHouses()
})
afterAll(() => houses.close())

test('axe sees into the frame and into the shadow root', async () => {
  const scene = TALKING.find(({ name }) => name === 'widget/conversation')
  if (!scene) throw new Error('the table of scenes has changed')
  await houses.show(scene, async ({ page }) => {
    const send = widget(page).getByRole('button', { name: 'Send' })
    await send.evaluate((button) => button.removeAttribute('aria-label'))
    expect(await violationsIn(page)).toEqual([expect.stringContaining('button-name')])
    await page.locator('portico-chat').evaluate((host) => host.shadowRoot?.append(document.createElement('button')))
    expect(await violationsIn(page)).toHaveLength(2)
  })
})

test.each(TALKING)('$name keeps WCAG 2.2 AA, light at 1440 and dark at 320 px', async (scene) => {
  expect(await inspect(houses, scene, DRESSES)).toEqual([])
})
