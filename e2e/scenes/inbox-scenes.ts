import type { Page } from 'playwright-core'
import { reachMe } from '../desk.ts'
import { begin, accept, end } from './talk.ts'
import type { Scene } from './scene.ts'
import type { House } from './house.ts'
import { hire } from './staff.ts'
import { openWire } from './wire.ts'

/** The lists, and what one does from them. */
export const inboxScenes: readonly Scene[] = [
  {
    name: 'console/inbox',
    house: 'lived',
    show: async (house) => ({ page: await openInbox(house) }),
  },
  {
    name: 'console/inbox-unavailable',
    house: 'lived',
    show: async (house) => {
      const page = await openInbox(house)
      await reachMe(page, 'Unavailable')
      return { page, stop: () => void house.hanne.send({ type: 'availability.set', availability: 'everybody' }) }
    },
  },
  {
    name: 'console/inbox-availability',
    house: 'lived',
    show: async (house) => {
      const page = await openInbox(house)
      await page
        .getByRole('button', { name: /, change availability$/ })
        .filter({ visible: true })
        .first()
        .click()
      await page.getByRole('menuitemradio', { name: 'Colleagues only' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/inbox-untrusted-proxy',
    house: 'lived',
    show: async (house) => {
      const page = await openOwnDesk(house)
      await page.route('**/api/start', async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, json: { ...(await response.json()), untrustedProxy: '172.18.0.1' } })
      })
      await page.goto(`${house.url}/inbox`)
      await page.getByText('The proxy at 172.18.0.1 is not trusted.').waitFor()
      return { page }
    },
  },
  {
    name: 'console/inbox-request-focused',
    house: 'lived',
    show: async (house) => {
      const page = await openInbox(house)
      await page.getByRole('link', { name: 'Jean-Baptiste Kouassi' }).focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      return { page }
    },
  },
  {
    name: 'console/inbox-closed',
    house: 'lived',
    show: async (house) => {
      const page = await openInbox(house)
      for (const name of ['Requests', 'Mine', 'Team']) await page.getByRole('button', { name, expanded: true }).click()
      await page.getByRole('button', { name: 'Closed' }).click()
      await page.getByText('Haruka Fujimoto').waitFor()
      return { page }
    },
  },
  {
    name: 'console/inbox-closed-failed',
    house: 'lived',
    show: async (house) => {
      const page = await openOwnDesk(house)
      await page.route(/list=closed/, (route) => route.fulfill({ status: 500, body: '' }))
      await page.goto(`${house.url}/inbox`)
      for (const name of ['Requests', 'Mine', 'Team']) await page.getByRole('button', { name, expanded: true }).click()
      await page.getByRole('button', { name: 'Closed' }).click()
      await page.getByText('The list could not be loaded').waitFor()
      return { page }
    },
  },
  {
    name: 'console/preview',
    house: 'lived',
    show: async (house) => {
      const page = await openInbox(house)
      await page.getByRole('button', { name: 'Preview Nguyễn Thị Hồng Nhung' }).click()
      await page.getByRole('dialog').getByText('Good evening').waitFor()
      return { page }
    },
  },
  {
    name: 'console/preview-taken',
    house: 'lived',
    show: async (house) => {
      const talk = await begin(house, HARUKA)
      const page = await openInbox(house)
      await choose(page, 'Haruka Fujimoto')
      await page.getByRole('button', { name: 'Preview Haruka Fujimoto' }).click()
      await accept(house.mateus, talk)
      await page.getByText('Mateus Figueiredo has accepted this request.').waitFor()
      return { page, stop: () => void end(house.mateus, talk) }
    },
  },
  {
    name: 'console/request-taken',
    house: 'lived',
    show: async (house) => {
      const talk = await begin(house, HARUKA)
      const { page, wire } = await openWiredDesk(house)
      await page.goto(`${house.url}/inbox`)
      await choose(page, 'Haruka Fujimoto')
      const button = page.getByRole('button', { name: 'Accept Haruka Fujimoto' })
      await button.waitFor()
      wire.holdAnswers()
      await accept(house.yuto, talk)
      await button.click()
      wire.release()
      await page.getByText(/Yuto Nakamura accepted it/).waitFor()
      return { page, stop: () => void end(house.yuto, talk) }
    },
  },
  {
    name: 'console/palette',
    house: 'lived',
    show: async (house) => {
      const page = await openInbox(house)
      await page.keyboard.press('Control+k')
      await page.getByRole('option').first().waitFor()
      return { page }
    },
  },
  {
    name: 'console/palette-nothing',
    house: 'lived',
    show: async (house) => {
      const page = await openInbox(house)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('kiln temperature')
      await page.getByText('Nothing matches').waitFor()
      return { page }
    },
  },
  {
    name: 'console/keys',
    house: 'lived',
    show: async (house) => {
      const page = await openInbox(house)
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/account-menu',
    house: 'lived',
    show: async (house) => {
      const page = await openInbox(house)
      await page.getByRole('button', { name: 'Hanne Sørensen, your account' }).click()
      await page.getByRole('menu').waitFor()
      return { page }
    },
  },
  {
    name: 'console/inbox-without-channel',
    house: 'lived',
    show: async (house) => {
      const page = await house.ownDesk('/inbox', {
        cookie: (await hire(house, house.hanne, { name: 'Ines Carvalho', channels: [] })).cookie,
      })
      await page.getByText('You are in no channel').waitFor()
      return { page }
    },
  },
]

const HARUKA = {
  name: 'Haruka Fujimoto',
  locale: 'ja',
  page: ['/tableware/mugs', 'Mugs'],
  text: 'Do the raw clay mugs come in pairs?',
} as const

export async function openInbox(house: House): Promise<Page> {
  const page = await house.desk('/inbox')
  await page.getByText('Good evening, do you send').waitFor()
  await page.getByText('Choose a conversation').waitFor({ state: 'attached' })
  return page
}

/** Signed in, and nothing is loaded yet. */
export const openOwnDesk = (house: House): Promise<Page> => house.ownDesk('/assets/console/icon.svg')

/** The same with the network in hand for where it goes next. */
export async function openWiredDesk(house: House) {
  const page = await openOwnDesk(house)
  return { page, wire: await openWire(page) }
}

/** Only the chosen request has buttons. */
const choose = (page: Page, name: string): Promise<void> =>
  page.getByRole('article').filter({ hasText: name }).getByRole('link').click()
