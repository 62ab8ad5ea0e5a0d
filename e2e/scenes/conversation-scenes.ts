import { CLOSE } from '@portico/protocol/close-codes'
import type { Page } from 'playwright-core'
import { openWiredDesk } from './inbox-scenes.ts'
import type { House } from './house.ts'
import { repeatedly } from './repeatedly.ts'
import type { Scene } from './scene.ts'
import { signIn } from './staff.ts'
import type { Talk } from './talk.ts'

const TYPING_MS = 2600

/** One conversation in all its states. */
export const conversationScenes: readonly Scene[] = [
  {
    name: 'console/conversation',
    house: 'lived',
    show: async (house) => ({ page: await openTalk(house, house.adaeze, 'Friday before noon') }),
  },
  {
    name: 'console/conversation-visitor',
    house: 'lived',
    show: async (house) => {
      const page = await house.desk(`/inbox/${house.adaeze.id}?about=true`)
      await page.locator('input[value="adaeze@posteo.example"]').waitFor()
      return { page }
    },
  },
  {
    name: 'console/conversation-writing',
    house: 'lived',
    show: async (house) => {
      const page = await openTalk(house, house.adaeze, 'Friday before noon')
      await page
        .getByRole('textbox', { name: /^Reply to/ })
        .fill('Your parcel has the number 20417-R.\nThe van is there between nine and noon.')
      return { page }
    },
  },
  {
    name: 'console/conversation-note',
    house: 'lived',
    show: async (house) => {
      const page = await openTalk(house, house.adaeze, 'Friday before noon')
      await page.getByRole('radio', { name: 'Note' }).check({ force: true })
      await page.getByRole('textbox', { name: /^Note/ }).fill('Asked the carrier: the van leaves at 18:30, label is printed.')
      return { page }
    },
  },
  {
    name: 'console/conversation-typing',
    house: 'lived',
    show: async (house) => {
      const page = await openTalk(house, house.adaeze, 'Friday before noon')
      const { visitor, id } = house.adaeze
      const stop = repeatedly(TYPING_MS, () => visitor.live.sendFleeting({ type: 'typing', conversation: id, box: 'reply' }))
      await page.getByTitle('Adaeze Okonkwo-Lindqvist is typing').waitFor()
      return { page, stop }
    },
  },
  {
    name: 'console/conversation-draft',
    house: 'lived',
    show: async (house) => {
      const page = await openTalk(house, house.kofi, 'Oui, à partir de')
      const { visitor, id } = house.kofi
      const text = 'Parfait ! Et si je prends aussi le'
      const stop = repeatedly(TYPING_MS, () => visitor.live.sendFleeting({ type: 'draft', conversation: id, text }))
      await page.getByText(text).waitFor()
      return { page, stop }
    },
  },
  {
    name: 'console/conversation-sending',
    house: 'lived',
    show: async (house) => {
      const { page, wire } = await openWiredTalk(house, house.adaeze)
      wire.holdSendings()
      await say(page, 'The number of the parcel follows by e-mail.')
      await page.getByText('Sending').waitFor()
      return { page }
    },
  },
  {
    name: 'console/conversation-failed',
    house: 'lived',
    show: async (house) => {
      const { page, wire } = await openWiredTalk(house, house.adaeze)
      wire.refuse()
      await say(page, 'The number of the parcel follows by e-mail.')
      await page.getByText(/^Not sent/).waitFor()
      return { page }
    },
  },
  {
    name: 'console/connection-lost',
    house: 'lived',
    show: async (house) => {
      const { page, wire } = await openWiredTalk(house, house.adaeze)
      wire.cut()
      await page.getByText(/^Connection lost/).waitFor()
      await say(page, 'The number of the parcel follows by e-mail.')
      await page.getByText('Goes out when the connection is back').waitFor()
      return { page }
    },
  },
  {
    name: 'console/locked-ended',
    house: 'lived',
    show: async (house) => {
      const cookie = await signIn(house)
      const page = await house.ownDesk(`/inbox/${house.adaeze.id}`, { cookie })
      await page.getByText('Friday before noon').last().waitFor()
      await fetch(`${house.url}/api/session`, { method: 'DELETE', headers: { cookie } })
      await page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/locked-withdrawn',
    house: 'lived',
    show: async (house) => {
      const { page, wire } = await openWiredTalk(house, house.adaeze)
      wire.end(CLOSE.withdrawn)
      await page.getByRole('heading', { name: 'Your account was deactivated' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/connection-outdated',
    house: 'lived',
    show: async (house) => {
      const { page, wire } = await openWiredTalk(house, house.adaeze)
      wire.outdate()
      await page.getByText('The server runs another version of Portico.').waitFor()
      return { page }
    },
  },
  {
    name: 'console/conversation-menu',
    house: 'lived',
    show: async (house) => {
      const page = await openTalk(house, house.adaeze, 'Friday before noon')
      await page.getByRole('button', { name: 'More about this conversation' }).click()
      await page.getByRole('menuitem', { name: 'End the conversation' }).waitFor()
      return { page }
    },
  },
  {
    name: 'console/conversation-close',
    house: 'lived',
    show: async (house) => {
      const page = await openTalk(house, house.adaeze, 'Friday before noon')
      await page.getByRole('button', { name: 'End', exact: true }).click()
      await page.getByRole('alertdialog').waitFor()
      return { page }
    },
  },
  {
    name: 'console/conversation-request',
    house: 'lived',
    show: async (house) => {
      const page = await house.desk('/inbox')
      await page.getByRole('link', { name: 'Jean-Baptiste Kouassi' }).click()
      await page.getByText('Nobody has accepted it yet').waitFor()
      return { page }
    },
  },
  {
    name: 'console/conversation-closed',
    house: 'lived',
    show: async (house) => ({ page: await openTalk(house, house.ended, 'Then I wait for it') }),
  },
  {
    name: 'console/conversation-gone',
    house: 'lived',
    show: async (house) => {
      const page = await house.desk('/inbox/not-a-conversation')
      await page.getByText('This conversation cannot be shown').waitFor()
      return { page }
    },
  },
  {
    name: 'console/conversation-new',
    house: 'lived',
    show: async (house) => ({ page: await openTalk(house, house.rafael, 'And the matching lid?') }),
  },
]

export async function openTalk(house: House, { id }: Talk, text: string): Promise<Page> {
  const page = await house.desk(`/inbox/${id}`)
  await page.getByRole('log').getByText(text).waitFor()
  return page
}

async function openWiredTalk(house: House, { id }: Talk) {
  const { page, wire } = await openWiredDesk(house)
  await page.goto(`${house.url}/inbox/${id}`)
  await page.getByRole('log').getByText('Friday before noon').waitFor()
  return { page, wire }
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Reply to/ }).fill(text)
  await page.keyboard.press('Enter')
}
