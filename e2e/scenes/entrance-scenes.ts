import { setUp, type Stage } from '../stage.ts'
import type { Scene } from './scene.ts'

/** Before there is anybody, and the first screen of the first owner. */
export const entranceScenes: readonly Scene[] = [
  {
    name: 'console/setup-without-link',
    house: 'fresh',
    show: async (house) => {
      const { page } = await visit(house, '/setup')
      await page.getByRole('heading', { name: 'This installation has no owner yet' }).first().waitFor()
      return { page }
    },
  },
  {
    name: 'console/setup',
    house: 'fresh',
    show: async (house) => visit(house, setupPath(house)),
  },
  {
    name: 'console/setup-faults',
    house: 'fresh',
    show: async (house) => {
      const { page } = await visit(house, setupPath(house))
      await page.getByLabel('Your name').fill('Hanne Sørensen')
      await page.getByLabel('E-mail').fill('hanne at barroesal')
      await page.getByLabel('Password', { exact: true }).fill('too short')
      await page.getByLabel('Colour of the chat', { exact: true }).fill('#e7b98')
      await page.getByRole('button', { name: 'Create the account' }).click()
      await page.getByText('Enter the name of the site.').waitFor()
      return { page }
    },
  },
  {
    name: 'console/first-start',
    house: 'fresh',
    show: async (house) => {
      const { page } = await house.device({ reducedMotion: 'reduce' })
      await setUp(house, page)
      await page.getByRole('heading', { name: 'Welcome to Barro e Sal' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/setup-used',
    house: 'fresh',
    show: async (house) => {
      const { page } = await visit(house, setupPath(house))
      await page.getByRole('heading', { name: 'This setup link does not work' }).first().waitFor()
      return { page }
    },
  },
  {
    name: 'console/sign-in',
    house: 'fresh',
    show: async (house) => {
      const { page } = await visit(house, '/')
      await page.getByRole('heading', { name: 'Sign in' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/sign-in-failed',
    house: 'fresh',
    show: async (house) => {
      const { page } = await visit(house, '/sign-in')
      await page.getByLabel('E-mail').fill('hanne@example.org')
      await page.getByLabel('Password', { exact: true }).fill('not the password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('alert').waitFor()
      return { page }
    },
  },
  {
    name: 'console/join-used',
    house: 'fresh',
    show: async (house) => {
      const { page } = await visit(house, '/join#token=used-and-used-and-used')
      await page.getByRole('heading', { name: 'This invitation does not work' }).first().waitFor()
      return { page }
    },
  },
]

const setupPath = ({ server }: Stage): string => `/setup#token=${server.setupToken ?? ''}`

async function visit(house: Stage, path: string) {
  const { page } = await house.device({ reducedMotion: 'reduce' })
  await page.goto(house.url + path)
  await page.getByRole('heading').first().waitFor()
  return { page }
}
