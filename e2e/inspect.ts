import type { Page } from 'playwright-core'
import { violationsIn } from './axe.ts'
import { dress, type Dress } from './scenes/dress.ts'
import type { Houses } from './scenes/houses.ts'
import type { Scene } from './scenes/scene.ts'

const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 320, height: 720 }

/** Each size and each theme once. */
export const DRESSES: readonly Dress[] = [
  { ...WIDE, theme: 'light' },
  { ...NARROW, theme: 'dark' },
]
export const OTHER_DRESSES: readonly Dress[] = [
  { ...WIDE, theme: 'dark' },
  { ...NARROW, theme: 'light' },
]

/** What a scene has, in these dresses, against WCAG 2.2 AA; in words, nothing when all is well. */
export async function inspect(houses: Houses, scene: Scene, dresses: readonly Dress[]): Promise<string[]> {
  const found: string[] = []
  await houses.show(scene, async ({ page }) => {
    for (const each of dresses) {
      await dress(page, each)
      for (const violation of await violationsIn(page)) found.push(`${each.width} px, ${each.theme}: ${violation}`)
      if (await overflows(page)) found.push(`${each.width} px: has to be scrolled sideways`)
    }
  })
  return found
}

/** WCAG 1.4.10, which axe does not look at. */
const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
