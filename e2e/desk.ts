import type { OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { ChannelOptions } from '@portico/protocol/options'
import { PASSWORD } from '@portico/testkit/account'
import { configuring } from '@portico/testkit/configure'
import { MAIN } from '@portico/testkit/person'
import { post, signedIn, tokenOf } from '@portico/testkit/site'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Device } from './browser.ts'
import type { Stage } from './stage.ts'

export type Account = { id: OperatorId; cookie: string }

/** The switch of availability, as soon as it is known where it stands. */
const KNOWN = /, (change availability|changer la disponibilité)$/

type Fresh = { place: Pick<Stage['place'], 'url'>; server: Pick<Stage['server'], 'setupToken'> }

/** The owner's account, without a browser; setUp() of stage.ts makes it as a person does. */
export async function makeOwner(stage: Fresh, name = 'Hanne Sørensen'): Promise<Account> {
  const body = {
    ...personOf(name),
    token: stage.server.setupToken,
    siteName: 'Barro e Sal',
    colour: '#8a3b26',
  }
  return signedIn(await post(stage.place, '/api/setup', body))
}

/** A colleague in the main channel. */
export async function hire(stage: Stage, owner: Account, name: string): Promise<Account> {
  const invitation = { role: 'operator', channels: ['main'] }
  const invited = await post(stage.place, '/api/invitations', invitation, { cookie: owner.cookie })
  const { link } = (await invited.json()) as { link: string } // the route's answer
  const token = tokenOf(link)
  return signedIn(await post(stage.place, '/api/invitations/accept', { ...personOf(name), token }))
}

/** Options of the main channel, without its form. */
export async function publish(stage: Stage, owner: Account, changes: Partial<ChannelOptions>): Promise<void> {
  const made = await configuring({ ...stage, channel: MAIN, changes })
  const commands = made.map((command) => ({ id: newId(), command }))
  const answer = await post(stage.place, '/commands', { commands }, { cookie: owner.cookie })
  const { replies } = (await answer.json()) as { replies: { outcome: { ok: boolean } }[] } // the route's answer
  if (replies.some(({ outcome }) => !outcome.ok)) throw new Error(`not published: ${JSON.stringify(replies)}`)
}

type Options = BrowserContextOptions & { at?: string }

/** Somebody signed in, at his inbox; `at` is another way to the server. */
export async function sitDown(
  stage: Pick<Stage, 'url' | 'device'>,
  account: Account,
  { at = stage.url, ...options }: Options = {},
): Promise<Device> {
  const device = await stage.device(options)
  const [name = '', value = ''] = account.cookie.split('=')
  await device.context.addCookies([{ name, value, url: at }])
  await enter(device.page, at)
  return device
}

/** Opens the inbox of whoever is signed in. */
export async function enter(page: Page, at: string): Promise<void> {
  await page.goto(`${at}/inbox`)
  await page.getByRole('navigation').getByRole('button', { name: KNOWN }).first().waitFor()
}

/** Goes to the page of a setting, as one does without knowing its address. */
export async function openSetting(desk: Page, name: string): Promise<void> {
  await desk.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).filter({ visible: true }).click()
  await desk
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await desk.getByRole('heading', { name, level: 1 }).waitFor()
}

/** Takes the request in which this is said. */
export async function accept(desk: Page, words: string): Promise<void> {
  await desk.getByRole('article').filter({ hasText: words }).getByRole('link').click()
  await desk.getByRole('button', { name: /^Accept(er)?$/ }).click()
  await desk.getByRole('log').getByText(words).first().waitFor()
  await desk.getByRole('textbox', { name: /^Reply/ }).waitFor()
}

/** Answers in the conversation that is open; with the one named, once it is. */
export async function reply(desk: Page, text: string, to = ''): Promise<void> {
  await desk.getByRole('textbox', { name: `Reply to ${to}` }).fill(text)
  await desk.keyboard.press('Enter')
}

const personOf = (name: string) => ({ name, email: `${name.split(' ')[0]?.toLowerCase()}@example.org`, password: PASSWORD })

/** Whose conversations reach one, by the pill at the foot of the rail or, on a phone, the button above the lists. */
export async function reachMe(desk: Page, stop: 'Available' | 'Colleagues only' | 'Unavailable'): Promise<void> {
  await desk
    .getByRole('button', { name: /, change availability$/ })
    .filter({ visible: true })
    .first()
    .click()
  await desk.getByRole('menuitemradio', { name: new RegExp(`^${stop}`) }).click()
  await desk
    .getByRole('button', { name: `${stop}, change availability` })
    .filter({ visible: true })
    .first()
    .waitFor()
}
