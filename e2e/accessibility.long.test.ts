import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspect, OTHER_DRESSES } from './inspect.ts'
import { openHouses, type Houses } from './scenes/houses.ts'
import { SCENES } from './scenes/scenes.ts'

let houses: Houses
beforeAll(async () => {
  houses = await openHouses()
})
afterAll(() => houses.close())

test.each(SCENES)('$name keeps WCAG 2.2 AA, dark at 1440 and light at 320 px', async (scene) => {
  expect(await inspect(houses, scene, OTHER_DRESSES)).toEqual([])
})
