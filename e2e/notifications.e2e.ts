import { operator } from '@portico/testkit/person'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lookAway } from './attention.ts'
import { accept, enter, hire, makeOwner, reachMe, sitDown, type Account } from './desk.ts'
import { openStage, type Stage } from './stage.ts'
import { countNotes } from './tones.ts'

const RINGS_EVERY_MS = 8000

let stage: Stage
let owner: Account
let context: BrowserContext
let desk: Page
let shown: string[]
let notes: () => number
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
})
beforeEach(async () => {
  const device = await sitDown(stage, owner)
  context = device.context
  desk = device.page
  shown = await watchNotifications(context)
  notes = await countNotes(context)
  await enter(desk, stage.url)
  await desk.getByRole('heading', { name: 'Inbox' }).click() // browsers are silent until somebody has touched the page
})
afterAll(() => stage.close())

test('[E16][E17][E18] each request is announced once: by a notification with its words, a sound, and the count in the title', async () => {
  await lookAway(desk)
  await (await stage.visit('Vera')).open('Is the bowl dishwasher safe?', { name: 'Vera' })
  await expect.poll(() => shown).toEqual(['New request from Vera: Is the bowl dishwasher safe?'])
  await expect.poll(notes).toBeGreaterThan(0)
  await expect.poll(() => desk.title()).toBe('(1) Inbox · Barro e Sal')

  await (await stage.visit('Walid')).open('And the mug?', { name: 'Walid' })
  await expect.poll(() => shown).toHaveLength(2)
  expect(shown[1]).toBe('New request from Walid: And the mug?')
  await expect.poll(() => desk.title()).toBe('(2) Inbox · Barro e Sal')

  // Neither a page load nor another tab of the same operator says it again; the next request is said once by the two.
  await desk.reload()
  await desk.getByRole('article').filter({ hasText: 'And the mug?' }).waitFor()
  const second = await context.newPage()
  await enter(second, stage.url)
  await lookAway(second)
  await (await stage.visit('Kofi')).open('The jug?', { name: 'Kofi' })
  for (const page of [desk, second]) await page.getByRole('article').filter({ hasText: 'The jug?' }).waitFor()
  await (await stage.visit('Zoé')).open('The lid?', { name: 'Zoé' })
  await expect.poll(() => shown.at(-1)).toBe('New request from Zoé: The lid?')
  expect(shown).toEqual([
    'New request from Vera: Is the bowl dishwasher safe?',
    'New request from Walid: And the mug?',
    'New request from Kofi: The jug?',
    'New request from Zoé: The lid?',
  ])
})

test('[E16] a click on the notification opens the request', async () => {
  await lookAway(desk)
  await (await stage.visit('Adaeze')).open('My order arrived cracked.', { name: 'Adaeze' })
  await expect.poll(() => shown.at(-1)).toBe('New request from Adaeze: My order arrived cracked.')
  await desk.evaluate(() => window.notifications.at(-1)?.dispatchEvent(new Event('click')))
  await desk.getByRole('heading', { name: 'Adaeze' }).waitFor()
  await desk.getByText('This is a request. Nobody has accepted it yet.').waitFor()
})

test('[E16][E17] whoever looks at the console is told by its own sound and mark, whoever is unavailable not at all', async () => {
  const announced = shown.length
  await (await stage.visit('Rafael')).open('Does the lid fit?', { name: 'Rafael' })
  await expect.poll(notes).toBeGreaterThan(0)
  await desk.getByRole('article').filter({ hasText: 'Does the lid fit?' }).waitFor()
  const played = notes()
  await reachMe(desk, 'Unavailable')
  await lookAway(desk)
  await (await stage.visit('Yuki')).open('Am I alone?', { name: 'Yuki' })
  await desk.getByRole('article').filter({ hasText: 'Am I alone?' }).waitFor()
  expect([shown.length, notes()]).toEqual([announced, played])
  await desk.bringToFront()
  await reachMe(desk, 'Available')
})

test('[MN4][E15] a colleague’s conversation calls whoever has chosen so, by all that is said in it', async () => {
  const yuto = await operator(stage.place, 'Yuto', await hire(stage, owner, 'Yuto Nakamura'))
  const visitor = await stage.visit('Noor')
  const { conversation } = await visitor.open('Do you fire with wood?', { name: 'Noor' })
  expect(await yuto.send({ type: 'conversation.accept', conversation })).toEqual({ ok: true })
  await desk.getByRole('list', { name: 'Team' }).getByRole('link', { name: 'Noor' }).click()
  await desk.getByRole('button', { name: 'More about this conversation' }).click()
  await desk.getByRole('menuitemradio', { name: 'All messages' }).click()
  await desk.getByRole('button', { name: 'More about this conversation' }).click()
  await desk.getByRole('menuitemradio', { name: 'All messages', checked: true }).waitFor()
  await desk.keyboard.press('Escape')
  const announced = shown.length
  await lookAway(desk)
  await yuto.say(conversation, 'With oak alone.')
  await expect.poll(() => shown.slice(announced)).toEqual(['New message in the conversation with Noor: With oak alone.'])
  await visitor.say(conversation, 'How lovely')
  await expect.poll(() => shown.at(-1)).toBe('New message in the conversation with Noor: How lovely')
  await desk.bringToFront()
  yuto.leave()
})

test('[E17][E18] a message in a conversation of mine sounds while I look away, unless I switched the sound off', async () => {
  const count = async () => Number(/^\((\d+)\)/.exec(await desk.title())?.[1] ?? 0)
  const before = await count()
  const visitor = await stage.visit('Tomasz')
  const { conversation } = await visitor.open('Is it back before Christmas?', { name: 'Tomasz' })
  await accept(desk, 'Is it back before Christmas?')
  await desk.getByRole('textbox', { name: 'Reply to Tomasz' }).waitFor()
  await expect.poll(count).toBe(before)
  const played = notes()
  await lookAway(desk)
  await visitor.say(conversation, 'Hello?')
  await expect.poll(count).toBe(before + 1)
  await expect.poll(notes).toBeGreaterThan(played)

  await desk.bringToFront()
  await expect.poll(count).toBe(before)
  await desk.goto(`${stage.url}/settings/notifications`)
  await desk.getByRole('switch', { name: 'Sound for requests and messages' }).click()
  const silent = notes()
  await lookAway(desk)
  await visitor.say(conversation, 'Are you there?')
  await expect.poll(count).toBe(before + 1)
  expect(notes()).toBe(silent)
})

test('[CO101] the sound of a request comes again until it is taken, for whoever has chosen so', async () => {
  await (await stage.visit('Ines')).open('Does the glaze hold?', { name: 'Ines' })
  await desk.goto(`${stage.url}/settings/notifications`)
  await desk.getByRole('switch', { name: 'Repeat it until the request is taken' }).click()
  const played = notes()
  await expect.poll(notes, { timeout: 3 * RINGS_EVERY_MS }).toBeGreaterThan(played)
})

declare global {
  interface Window {
    notified: (what: string) => void
    notifications: Notification[]
  }
}

/** The browser's notifications, seen by the test instead of by a person. Nothing else of them is replaced. */
async function watchNotifications(on: BrowserContext): Promise<string[]> {
  const seen: string[] = []
  await on.exposeBinding('notified', (_source, what: string) => seen.push(what))
  await on.addInitScript(() => {
    window.notifications = []
    window.Notification = class extends EventTarget {
      static permission = 'granted'
      constructor(title: string, { body = '' }: NotificationOptions = {}) {
        super()
        window.notified(`${title}: ${body}`)
        window.notifications.push(this as unknown as Notification) // as much of one as the console uses
      }
      close() {}
    } as unknown as typeof Notification
  })
  return seen
}
