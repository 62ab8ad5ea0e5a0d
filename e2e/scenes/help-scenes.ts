import type { House } from './house.ts'
import type { Scene } from './scene.ts'

/** Tags, expertise and languages where they are set up. */
export const labelScenes: readonly Scene[] = [
  { name: 'console/tags', house: 'lived', show: (house) => screen(house, '/settings/tags', 'Colour of breakage') },
  { name: 'console/expertise', house: 'lived', show: (house) => screen(house, '/settings/expertise', 'Colour of glaze') },
]

/** How a conversation stands, what it is about, and one that looks for help. */
export const helpScenes: readonly Scene[] = [
  {
    name: 'console/conversation-status',
    house: 'lived',
    show: async (house) => {
      const page = await house.desk(`/inbox/${house.adaeze.id}`)
      await page.getByRole('button', { name: 'Status: In progress' }).click()
      await page.getByRole('menuitemradio', { name: /Looking for help/ }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/conversation-label',
    house: 'lived',
    show: async (house) => {
      const page = await house.desk(`/inbox/${house.adaeze.id}?about=true`)
      await page.getByRole('button', { name: 'Add a tag or an expertise' }).click()
      await page.getByLabel('Find or make a tag').fill('w')
      await page.getByText('wedding list').waitFor()
      return { page }
    },
  },
  {
    name: 'console/conversation-help',
    house: 'lived',
    show: async (house) => {
      const page = await house.desk('/inbox')
      await page.getByRole('list', { name: 'Looking for help' }).getByRole('link').click()
      await page.getByRole('button', { name: 'Join' }).waitFor()
      return { page }
    },
  },
]

async function screen(house: House, path: string, label: string) {
  const page = await house.desk(path)
  await page.getByRole('radiogroup', { name: label }).waitFor()
  return { page }
}
