import { configure } from '@portico/testkit/configure'
import { MAIN } from '@portico/testkit/person'
import { widget } from '../stage.ts'
import type { House } from './house.ts'
import type { Scene } from './scene.ts'
import { type Staff } from './staff.ts'
import { visitShop } from './visitor-page.ts'

const BUBBLE = 'data-bubble="A question about a piece? We are at the wheel until six."'

/** What a visitor sees before the first message has gone out. */
export const widgetScenes: readonly Scene[] = [
  { name: 'widget/button', house: 'lived', show: (house) => showButton(house) },
  { name: 'widget/bubble', house: 'lived', show: (house) => showButton(house, { attributes: BUBBLE }) },
  {
    name: 'widget/invitation',
    house: 'lived',
    show: async (house) => {
      const visit = await visitShop(house, { attributes: 'data-invitation="0"' })
      await visit.page.getByRole('textbox', { name: 'Write your question' }).waitFor()
      return visit
    },
  },
  { name: 'widget/introduction', house: 'lived', show: (house) => showIntroduction(house, 'name-and-email') },
  { name: 'widget/introduction-name', house: 'lived', show: (house) => showIntroduction(house, 'name') },
  { name: 'widget/introduction-nothing', house: 'lived', show: (house) => showIntroduction(house, 'nothing') },
  {
    name: 'widget/introduction-faults',
    house: 'lived',
    show: async (house) => {
      const { page, stop } = await showIntroduction(house, 'name-and-email')
      const frame = widget(page)
      await frame.getByLabel('E-mail').fill('adaeze at posteo')
      await frame.getByLabel('Name').fill('Adaeze')
      await frame.getByRole('button', { name: 'Send' }).click()
      await frame.getByText('Please write an address such as name@example.com.').waitFor()
      return { page, stop }
    },
  },
  {
    name: 'widget/introduction-french',
    house: 'lived',
    show: async (house) => {
      const visit = await visitShop(house, { lang: 'fr' })
      await visit.page.getByRole('button', { name: /^Ouvrir la discussion/ }).click()
      await widget(visit.page).getByRole('textbox', { name: 'Écrire un message' }).waitFor()
      return visit
    },
  },
  {
    name: 'widget/introduction-nobody',
    house: 'lived',
    show: async (house) => {
      const back = await sendHome(house)
      const visit = await visitShop(house)
      await visit.page.getByRole('button', { name: 'Open the chat' }).click()
      await widget(visit.page).getByRole('button', { name: 'Leave the message' }).waitFor()
      return { page: visit.page, stop: () => (visit.stop(), back()) }
    },
  },
]

async function showButton(house: House, visit: Parameters<typeof visitShop>[1] = {}) {
  const visited = await visitShop(house, visit)
  await visited.page.getByRole('button', { name: /^Open the chat/ }).waitFor()
  return visited
}

async function showIntroduction(house: House, asks: 'nothing' | 'name' | 'name-and-email') {
  await configure(house.hanne.send, { ...house, channel: MAIN, changes: { asks } })
  const visited = await visitShop(house)
  await visited.page.getByRole('button', { name: /^Open the chat/ }).click()
  const frame = widget(visited.page)
  await frame.getByRole('textbox', { name: 'Write a message' }).waitFor()
  if (asks !== 'nothing') await frame.getByLabel('Name').fill('Adaeze Okonkwo-Lindqvist')
  await frame
    .getByRole('textbox', { name: 'Write a message' })
    .fill('The serving bowl from order 20417 arrived with a crack along the rim.')
  return visited
}

/** Nobody takes conversations, until the returned function is called. */
export async function sendHome({ hanne, mateus, yuto }: Staff): Promise<() => void> {
  const switchAll = (availability: 'everybody' | 'unavailable') =>
    Promise.all([hanne, mateus, yuto].map((one) => one.send({ type: 'availability.set', availability })))
  await switchAll('unavailable')
  return () => void switchAll('everybody')
}
