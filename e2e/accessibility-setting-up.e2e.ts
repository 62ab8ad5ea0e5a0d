import { afterAll, beforeAll, expect, test } from 'vitest'
import { DRESSES, inspect } from './inspect.ts'
import { openHouses, type Houses } from './scenes/houses.ts'
import { SETTING_UP } from './scenes/scenes.ts'

let houses: Houses
beforeAll(async () => {
  houses = await openHouses()
})
afterAll(() => houses.close())

test.each(SETTING_UP)('$name keeps WCAG 2.2 AA, light at 1440 and dark at 320 px', async (scene) => {
  expect(await inspect(houses, scene, DRESSES)).toEqual([])
})
