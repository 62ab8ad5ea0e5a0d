import type { Page } from 'playwright-core'
import { PASSWORD } from '../stage.ts'
import type { House } from './house.ts'
import { openWiredDesk } from './inbox-scenes.ts'
import type { Scene } from './scene.ts'

const CODES = [
  'syb7-rdkh-z8r2-grap-4tm2-kei6',
  'iiaa-ppkk-uwnp-mn2v-bz4k-jsex',
  'vaxe-vyv8-wm88-mdsb-y3b4-z2a6',
  'cmnh-r7yy-s7gz-uc5f-pxzj-xtfv',
  'wvmf-jv8k-df3c-rys7-4jdc-9xpi',
]

/** How one comes in, what proves who one is, and who may what. */
export const accountScenes: readonly Scene[] = [
  {
    name: 'console/sign-in-code',
    house: 'lived',
    show: async (house) => {
      const { page } = await house.device({ reducedMotion: 'reduce' })
      await page.route(/\/api\/session$/, (route) => route.fulfill({ status: 401, json: { refused: 'code-needed' } }))
      await page.goto(`${house.url}/sign-in`)
      await page.getByLabel('E-mail').fill('hanne@barroesal.example')
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByLabel('Stay signed in on this device').check()
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByLabel('Code', { exact: true }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/reset',
    house: 'lived',
    show: async (house) => {
      const { page } = await house.device({ reducedMotion: 'reduce' })
      await page.goto(await resetLink(house))
      await page.getByLabel('New password').fill('password1234')
      await page.getByRole('button', { name: 'Set the password' }).click()
      await page.locator('[aria-invalid=true]').waitFor()
      return { page }
    },
  },
  {
    name: 'console/reset-used',
    house: 'lived',
    show: async (house) => {
      const { page } = await house.device({ reducedMotion: 'reduce' })
      await page.goto(`${house.url}/reset#token=used-and-used-and-used`)
      await page.getByRole('heading', { name: 'This link does not work' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/second-factor-demanded',
    house: 'lived',
    show: async (house) => {
      const { page } = await openWiredDesk(house)
      await page.route(/\/api\/start$/, async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, json: { ...((await response.json()) as object), lacksSecondFactor: true } })
      })
      await page.goto(`${house.url}/inbox`)
      await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/second-factor-scan',
    house: 'lived',
    show: async (house) => ({ page: await openPicture(await openSettings(house)) }),
  },
  {
    name: 'console/second-factor-codes',
    house: 'lived',
    show: async (house) => {
      const page = await house.ownDesk('/settings/sign-in')
      await page.route(/\/second-factor\/confirm$/, (route) => route.fulfill({ json: { codes: [...CODES, ...CODES] } }))
      await openPicture(page)
      await page.getByLabel('Code', { exact: true }).fill('123456')
      await page.getByRole('button', { name: 'Switch on' }).click()
      await page.getByLabel('Recovery codes').waitFor()
      return { page }
    },
  },
  {
    name: 'console/second-factor-on',
    house: 'lived',
    show: async (house) => {
      const { page } = await openWiredDesk(house)
      const on = { secondFactor: { state: 'on', since: Date.now(), codesLeft: 7 }, demanded: 'administrators' }
      await page.route(/\/api\/account$/, (route) => route.fulfill({ json: on }))
      await page.goto(`${house.url}/settings/sign-in`)
      await page.getByRole('button', { name: 'New recovery codes' }).click()
      await page.getByRole('dialog').getByLabel('Current password').waitFor()
      return { page }
    },
  },
  {
    name: 'console/settings-password',
    house: 'lived',
    show: async (house) => {
      const page = await openSettings(house)
      await page.getByRole('button', { name: 'Change password' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('New password').fill('barroesal1')
      await dialog.getByLabel('Current password').fill(PASSWORD)
      await dialog.getByRole('button', { name: 'Save' }).click()
      await dialog.locator('[aria-invalid=true]').waitFor()
      return { page }
    },
  },
  {
    name: 'console/settings-email',
    house: 'lived',
    show: async (house) => {
      const page = await openSettings(house)
      await page.getByRole('button', { name: 'Change e-mail' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
      await page.getByText('Enter your current password.').waitFor()
      return { page }
    },
  },
  {
    name: 'console/settings-end-others',
    house: 'lived',
    show: async (house) => {
      const page = await openSessions(house)
      await page.getByRole('button', { name: 'End all others' }).click()
      await page.getByRole('alertdialog').waitFor()
      return { page }
    },
  },
  {
    name: 'console/team-role',
    house: 'lived',
    show: async (house) => {
      const page = await openTeam(house)
      await page.getByRole('button', { name: 'Change the role of Mateus Figueiredo' }).click()
      await page.getByRole('dialog', { name: 'The role of Mateus Figueiredo' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/team-reset',
    house: 'lived',
    show: async (house) => {
      const page = await openTeam(house)
      await page.getByRole('button', { name: 'Make a reset link for Yuto Nakamura' }).click()
      await page.getByRole('dialog').getByText('Remove the second factor too').waitFor()
      return { page }
    },
  },
  {
    name: 'console/team-reset-link',
    house: 'lived',
    show: async (house) => {
      const page = await openTeam(house)
      await page.getByRole('button', { name: 'Make a reset link for Nomvula Dlamini' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Make a reset link' }).click()
      await page.getByLabel('Reset link', { exact: true }).waitFor()
      return { page }
    },
  },
]

async function resetLink({ hanne, yuto, url }: House): Promise<string> {
  const made = await hanne.request(`/api/operators/${yuto.id}/reset`, { method: 'POST', body: { clears: 'nothing' } })
  const { hash } = new URL(((await made.json()) as { link: string }).link) // the route's answer
  return `${url}/reset${hash}`
}

async function openPicture(page: Page): Promise<Page> {
  await page.getByRole('button', { name: 'Set up' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Current password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await dialog.getByRole('img', { name: 'Picture for the authenticator' }).waitFor()
  return page
}

async function openSettings(house: House): Promise<Page> {
  const page = await house.desk('/settings/sign-in')
  await page.getByRole('button', { name: 'Set up' }).waitFor()
  return page
}

async function openSessions(house: House): Promise<Page> {
  const page = await house.desk('/settings/device')
  await page.getByText('This one').waitFor()
  return page
}

async function openTeam(house: House): Promise<Page> {
  const page = await house.desk('/settings/team')
  await page.getByRole('heading', { name: 'Invitations' }).waitFor()
  return page
}
