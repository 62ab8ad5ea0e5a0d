import { configure } from '@portico/testkit/configure'
import { CLOSE } from '@portico/protocol/close-codes'
import { MAIN } from '@portico/testkit/person'
import { widget, widgetButton } from '../stage.ts'
import type { House } from './house.ts'
import { repeatedly } from './repeatedly.ts'
import type { Scene } from './scene.ts'
import { BOUTIQUE } from './staff.ts'
import { accept, begin, end } from './talk.ts'
import { visitShop, visitTalk } from './visitor-page.ts'
import { sendHome } from './widget-scenes.ts'

const TYPING_MS = 2600
const FRIDAY = 'Friday before noon works.'

/** The visitor's side of a conversation. */
export const chatScenes: readonly Scene[] = [
  { name: 'widget/conversation', house: 'lived', show: (house) => visitTalk(house, house.adaeze, FRIDAY) },
  {
    name: 'widget/conversation-menu',
    house: 'lived',
    show: async (house) => {
      const visited = await visitTalk(house, house.adaeze, FRIDAY)
      const frame = widget(visited.page)
      await frame.getByRole('button', { name: 'More' }).click()
      await frame.getByRole('button', { name: 'End the conversation' }).click()
      await frame.getByRole('button', { name: 'Yes, end it now' }).waitFor()
      return visited
    },
  },
  {
    name: 'widget/conversation-typing',
    house: 'lived',
    show: async (house) => {
      const visited = await visitTalk(house, house.adaeze, FRIDAY)
      const stop = repeatedly(TYPING_MS, () =>
        house.hanne.live.sendFleeting({ type: 'typing', conversation: house.adaeze.id, box: 'reply' }),
      )
      await widget(visited.page)
        .getByLabel(/is writing$/)
        .waitFor()
      return { page: visited.page, stop: () => (stop(), visited.stop()) }
    },
  },
  {
    name: 'widget/conversation-sending',
    house: 'lived',
    show: async (house) => {
      const visited = await visitTalk(house, house.adaeze, FRIDAY)
      visited.wire.holdSendings()
      await say(visited.page, 'Friday works, I am at home all morning.')
      await widget(visited.page).getByText('Sending', { exact: true }).waitFor()
      return visited
    },
  },
  {
    name: 'widget/conversation-failed',
    house: 'lived',
    show: async (house) => {
      const visited = await visitTalk(house, house.adaeze, FRIDAY)
      visited.wire.refuse()
      await say(visited.page, 'Door code 4471.')
      await widget(visited.page)
        .getByText(/^Not sent/)
        .waitFor()
      return visited
    },
  },
  {
    name: 'widget/connection-lost',
    house: 'lived',
    show: async (house) => {
      const visited = await visitTalk(house, house.adaeze, FRIDAY)
      visited.wire.cut()
      await widget(visited.page)
        .getByText(/^The connection is lost/)
        .waitFor()
      await say(visited.page, 'The address is still Vasagatan 12, fourth floor.')
      await widget(visited.page).getByText('Sending', { exact: true }).waitFor()
      return visited
    },
  },
  {
    name: 'widget/loading',
    house: 'lived',
    show: async (house) => {
      const visited = await visitShop(house, { talk: house.adaeze, state: 'closed' })
      visited.wire.holdAnswers()
      await visited.page.getByRole('button', { name: /^Open the chat/ }).click()
      await widget(visited.page).getByRole('status', { name: 'Loading the conversation' }).waitFor()
      return visited
    },
  },
  {
    name: 'widget/outdated',
    house: 'lived',
    show: async (house) => {
      const visited = await visitTalk(house, house.adaeze, FRIDAY)
      visited.wire.outdate()
      await widget(visited.page).getByText('The chat has been updated.').waitFor()
      return visited
    },
  },
  {
    name: 'widget/locked',
    house: 'lived',
    show: async (house) => {
      const visited = await visitTalk(house, house.adaeze, FRIDAY)
      visited.wire.end(CLOSE.token)
      await widget(visited.page).getByText('This conversation can no longer be opened on this device.').waitFor()
      return visited
    },
  },
  {
    name: 'widget/too-long',
    house: 'lived',
    show: async (house) => {
      const visited = await visitTalk(house, house.adaeze, FRIDAY)
      await widget(visited.page).getByRole('textbox').fill('The rim, again. '.repeat(700))
      await widget(visited.page).getByRole('alert').waitFor()
      return visited
    },
  },
  {
    name: 'widget/draft-notice',
    house: 'lived',
    show: async (house) => {
      const visited = await visitTalk(house, house.kofi, 'sans frais', { channel: BOUTIQUE, lang: 'fr' })
      await widget(visited.page).getByRole('textbox').fill('Parfait ! Et si je prends aussi le')
      return visited
    },
  },
  { name: 'widget/waiting', house: 'lived', show: (house) => visitTalk(house, house.nhung, 'Your message has arrived') },
  {
    name: 'widget/waiting-bear-with-us',
    house: 'lived',
    show: async (house) => {
      await configure(house.hanne.send, { ...house, channel: MAIN, changes: { bearWithUsAfterMs: 1 } })
      const talk = await begin(house, WEDDING)
      const visited = await visitTalk(house, talk, 'Please bear with us')
      await configure(house.hanne.send, { ...house, channel: MAIN, changes: { bearWithUsAfterMs: 0 } })
      return { page: visited.page, stop: () => (visited.stop(), void end(house.mateus, talk)) }
    },
  },
  {
    name: 'widget/waiting-nobody',
    house: 'lived',
    show: async (house) => {
      const back = await sendHome(house)
      const visited = await visitTalk(house, house.nhung, 'Nobody is here right now.')
      return { page: visited.page, stop: () => (visited.stop(), back()) }
    },
  },
  { name: 'widget/ended', house: 'lived', show: (house) => visitTalk(house, house.ended, 'ended the conversation') },
  {
    name: 'widget/new-messages',
    house: 'lived',
    show: async (house) => {
      const talk = await answeredWhileAway(house)
      const visited = await visitShop(house, { talk, state: 'closed' })
      await visited.page.getByText('Shall I pack it').waitFor()
      await widgetButton(visited.page).click()
      await widget(visited.page).getByText('2 new messages').waitFor()
      return { page: visited.page, stop: () => (visited.stop(), void end(house.mateus, talk)) }
    },
  },
  {
    name: 'widget/minimised',
    house: 'lived',
    show: async (house) => {
      const talk = await answeredWhileAway(house)
      const visited = await visitTalk(house, talk, 'Shall I pack it', { state: 'minimised' })
      await widget(visited.page).getByLabel('2 unread messages').waitFor()
      return { page: visited.page, stop: () => (visited.stop(), void end(house.mateus, talk)) }
    },
  },
  {
    name: 'widget/button-unread',
    house: 'lived',
    show: async (house) => {
      const talk = await answeredWhileAway(house)
      const visited = await visitShop(house, { talk, state: 'closed', width: 390 })
      await visited.page.getByRole('button', { name: /unread messages: 2/ }).waitFor()
      return { page: visited.page, stop: () => (visited.stop(), void end(house.mateus, talk)) }
    },
  },
]

const WEDDING = {
  name: 'Ana Beatriz Nogueira',
  page: ['/bowls/tide-34', 'Serving bowl, tide glaze'],
  text: 'Is my bowl ready? It is for a wedding on Saturday.',
} as const

/** A conversation in which Mateus has written twice while no page of the visitor was open. */
async function answeredWhileAway(house: House) {
  const talk = await begin(house, WEDDING)
  await accept(house.mateus, talk)
  talk.visitor.leave()
  await house.mateus.say(talk.id, 'Your bowl can be with you on Friday.')
  await house.mateus.say(talk.id, 'Shall I pack it as a present?')
  return talk
}

async function say(page: Parameters<typeof widget>[0], text: string): Promise<void> {
  await widget(page).getByRole('textbox').fill(text)
  await page.keyboard.press('Enter')
}
