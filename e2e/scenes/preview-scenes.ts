import type { House } from './house.ts'
import type { Scene } from './scene.ts'

/** The page on which an owner tries the widget. */
export const previewScenes: readonly Scene[] = [
  { name: 'preview/shop', house: 'lived', show: (house) => visit(house, '/preview', 'Mug, raw clay') },
  { name: 'preview/piece', house: 'lived', show: (house) => visit(house, '/preview?at=serving-bowl', 'Thrown in Porto') },
  { name: 'preview/care', house: 'lived', show: (house) => visit(house, '/preview?at=care', 'In the dishwasher') },
]

async function visit(house: House, path: string, text: string) {
  const { page } = await house.device({ reducedMotion: 'reduce' })
  await page.goto(house.url + path)
  await page.getByText(text).first().waitFor()
  await page.getByRole('button', { name: /^Open the chat/ }).waitFor()
  return { page }
}
