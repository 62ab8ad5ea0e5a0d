import type { Page } from 'playwright-core'
import type { House } from './house.ts'
import type { Scene } from './scene.ts'

/** What goes on now, and how today goes. */
export const homeScenes: readonly Scene[] = [
  { name: 'console/home', house: 'lived', show: async (house) => ({ page: await openHome(house) }) },
  {
    name: 'console/home-table',
    house: 'lived',
    show: async (house) => {
      const page = await openHome(house)
      await page.getByRole('button', { name: 'As a table' }).click()
      await page.getByRole('columnheader', { name: 'Hour' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/home-waiting',
    house: 'lived',
    show: async (house) => {
      const page = await openHome(house)
      await page.getByText(/^Visitor waits/).click()
      return { page }
    },
  },
]

async function openHome(house: House): Promise<Page> {
  const page = await house.desk('/home')
  await page.getByRole('heading', { name: 'Home' }).waitFor()
  await page.getByRole('heading', { name: 'By hour' }).waitFor()
  return page
}
