import { configure } from '@portico/testkit/configure'
import { MAIN } from '@portico/testkit/person'
import type { Page } from 'playwright-core'
import type { House } from './house.ts'
import { openWiredDesk } from './inbox-scenes.ts'
import type { Scene } from './scene.ts'
import { invite, WHOLESALE } from './staff.ts'

/** What the owner and the administrators set up, and what a device remembers. */
export const settingsScenes: readonly Scene[] = [
  { name: 'console/team', house: 'lived', show: async (house) => ({ page: await openScreen(house, '/settings/team', 'Team') }) },
  {
    name: 'console/team-invite',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, '/settings/team', 'Team')
      await page.getByRole('button', { name: 'Invite' }).click()
      await page.getByRole('dialog', { name: 'Invite a colleague' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/team-invite-link',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, '/settings/team', 'Team')
      await page.getByRole('button', { name: 'Invite' }).click()
      await page.getByRole('button', { name: 'Make the link' }).click()
      await page.getByLabel('Invitation link').waitFor()
      return { page }
    },
  },
  {
    name: 'console/team-revoke',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, '/settings/team', 'Team')
      await page.getByRole('button', { name: 'Deactivate Nomvula Dlamini' }).click()
      await page.getByRole('alertdialog').waitFor()
      return { page }
    },
  },
  {
    name: 'console/join',
    house: 'lived',
    show: async (house) => {
      const { pathname, hash } = new URL(await invite(house.hanne, 'operator', [MAIN]))
      const { page } = await house.device({ reducedMotion: 'reduce' })
      await page.goto(house.url + pathname + hash)
      await page.getByRole('heading', { name: 'Join Barro e Sal' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/channels',
    house: 'lived',
    show: async (house) => ({ page: await openScreen(house, '/settings/channels', 'Channels') }),
  },
  {
    name: 'console/channel-new',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, '/settings/channels', 'Channels')
      await page.getByRole('button', { name: 'New channel' }).click()
      await page.getByRole('dialog').getByLabel('Name').fill('Workshop visits')
      return { page }
    },
  },
  ...(['general', 'appearance', 'introduction', 'members', 'sites', 'snippet', 'hours'] as const).map((section): Scene => ({
    name: `console/channel-${section}`,
    house: 'lived',
    show: async (house) => ({ page: await openScreen(house, `/settings/channels/${MAIN}?section=${section}`, 'Shop English') }),
  })),
  {
    name: 'console/channel-sites-faulty',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, sectionPath('sites'), 'Shop English')
      await page
        .getByLabel('Sites that may carry this chat')
        .fill('barroesal.example\n*.barroesal.example\nbarroesal.example/shop')
      await page.getByText('Line 3').waitFor()
      return { page }
    },
  },
  {
    name: 'console/channel-contrast',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, sectionPath('appearance'), 'Shop English')
      await page.getByRole('textbox', { name: 'Header', exact: true }).fill('#12406b')
      await page.getByRole('textbox', { name: 'Button', exact: true }).fill('#d9734a')
      await page.getByText('Button made a little darker.').waitFor()
      return { page }
    },
  },
  {
    name: 'console/channel-published',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, `/settings/channels/${MAIN}`, 'Shop English')
      const name = page.getByLabel('Name', { exact: true })
      await name.fill('Shop in English')
      await page.getByRole('button', { name: 'Publish' }).click()
      await page.getByText('Published.').waitFor()
      return {
        page,
        stop: () => void configure(house.hanne.send, { ...house, channel: MAIN, changes: { name: 'Shop English' } }),
      }
    },
  },
  {
    name: 'console/channel-changed',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, `/settings/channels/${MAIN}`, 'Shop English')
      await page.getByLabel('Welcome').fill('Good evening, how can we help?')
      await configure(house.mateus.send, { ...house, channel: MAIN, changes: { asks: 'name' } })
      await page.getByRole('button', { name: 'Keep mine' }).waitFor()
      return {
        page,
        stop: () => void configure(house.mateus.send, { ...house, channel: MAIN, changes: { asks: 'name-and-email' } }),
      }
    },
  },
  {
    name: 'console/channel-leave',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, `/settings/channels/${MAIN}`, 'Shop English')
      await page.getByLabel('Welcome').fill('Good evening, how can we help?')
      await page.getByRole('link', { name: 'Back to the channels' }).click()
      await page.getByRole('button', { name: 'Leave and keep' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/channel-not-member',
    house: 'lived',
    show: async (house) => ({ page: await openScreen(house, `/settings/channels/${WHOLESALE}`, 'Wholesale') }),
  },
  {
    name: 'console/permissions',
    house: 'lived',
    show: async (house) => ({ page: await openScreen(house, '/settings/permissions', 'Roles and permissions') }),
  },
  {
    name: 'console/permissions-channel',
    house: 'lived',
    show: async (house) => ({
      page: await openScreen(house, '/settings/permissions?by=channel', 'Roles and permissions'),
    }),
  },
  {
    name: 'console/teams',
    house: 'lived',
    show: async (house) => ({ page: await openScreen(house, '/settings/teams', 'Teams') }),
  },
  {
    name: 'console/my-channels',
    house: 'lived',
    show: async (house) => ({ page: await openScreen(house, '/settings/my-channels', 'My channels') }),
  },
  {
    name: 'console/settings',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, '/settings', 'Settings')
      await page.getByText(/^\d+ sessions?$/).waitFor()
      return { page }
    },
  },
  {
    name: 'console/settings-sought',
    house: 'lived',
    show: async (house) => {
      const page = await openScreen(house, '/settings', 'Settings')
      await page.getByLabel('Find a setting').fill('kiln')
      await page.getByText('No setting is called').waitFor()
      return { page }
    },
  },
  {
    name: 'console/settings-french',
    house: 'lived',
    show: async (house) => {
      const page = await house.desk('/settings', { locale: 'fr-FR' })
      await page.getByText(/^\d+ sessions?$/).waitFor()
      return { page }
    },
  },
  ...(['profile', 'site', 'sign-in', 'notifications', 'device', 'sign-in-rules'] as const).map((setting): Scene => ({
    name: `console/settings-${setting}`,
    house: 'lived',
    show: async (house) => {
      const page = await house.desk(`/settings/${setting}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      return { page }
    },
  })),
  {
    name: 'console/settings-sessions-failed',
    house: 'lived',
    show: async (house) => {
      const { page } = await openWiredDesk(house)
      await page.route(/\/api\/sessions$/, (route) => route.fulfill({ status: 500, body: '' }))
      await page.goto(`${house.url}/settings/device`)
      await page.getByText('The sessions could not be loaded').waitFor()
      return { page }
    },
  },
  {
    name: 'console/loading',
    house: 'lived',
    show: async (house) => {
      const { page, wire } = await openWiredDesk(house)
      wire.holdAnswers()
      await page.goto(`${house.url}/inbox/${house.adaeze.id}`)
      await page.getByRole('heading', { name: 'Inbox' }).waitFor({ state: 'attached' })
      return { page, stop: wire.release }
    },
  },
  {
    name: 'console/not-found',
    house: 'lived',
    show: async (house) => {
      const page = await house.ownDesk('/kiln')
      await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/crashed',
    house: 'lived',
    show: async (house) => {
      const { page } = await openWiredDesk(house)
      await page.route(/\/api\/start$/, (route) => route.fulfill({ status: 500, body: '' }))
      await page.goto(`${house.url}/inbox`)
      await page.getByText('This page failed to draw').waitFor()
      return { page }
    },
  },
  {
    name: 'console/french',
    house: 'lived',
    show: async (house) => {
      const page = await house.desk(`/inbox/${house.adaeze.id}`, { locale: 'fr-FR' })
      await page.getByRole('log').getByText('Friday before noon').waitFor()
      return { page }
    },
  },
]

const sectionPath = (section: string): string => `/settings/channels/${MAIN}${section === 'general' ? '' : `?section=${section}`}`

async function openScreen(house: House, path: string, heading: string): Promise<Page> {
  const page = await house.desk(path)
  await page.getByText(heading, { exact: true }).first().waitFor()
  return page
}
