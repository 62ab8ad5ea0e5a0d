import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookAway } from './attention.ts'
import { accept, makeOwner, publish, reply, sitDown, type Account } from './desk.ts'
import { ask, openStage, widget, widgetButton, type Stage } from './stage.ts'
import { countNotes } from './tones.ts'
import { line, say } from './visit.ts'

const NOTES_OF_A_TONE = 2

let stage: Stage
let owner: Account
let desk: Page
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
  desk = (await sitDown(stage, owner)).page
})
afterAll(() => stage.close())

test('[A17] an answer leaves closed what the visitor has closed: it stands beside the button, until the channel chooses otherwise', async () => {
  const { page } = await stage.device()
  await page.goto(stage.shop.url)
  const frame = await ask(page, 'Is the mug glazed inside?')
  await accept(desk, 'Is the mug glazed inside?')
  const close = async () => {
    await frame.getByRole('button', { name: 'Close' }).click()
    await line(frame, 'Is the mug glazed inside?').waitFor({ state: 'hidden' })
  }
  await close()
  await reply(desk, 'It is.')
  await page.getByRole('button', { name: /It is\./ }).waitFor()
  await page.getByRole('button', { name: /unread messages: 1/ }).waitFor()
  expect(await line(frame, 'It is.').isVisible()).toBe(false)
  await page.getByRole('button', { name: /It is\./ }).click()
  await line(frame, 'It is.').waitFor()

  await publish(stage, owner, { opensOnAnswer: true })
  await page.reload()
  await line(frame, 'It is.').waitFor()
  await close()
  await reply(desk, 'Outside too.')
  await line(frame, 'Outside too.').waitFor()
})

test('[A17][A8][WG35] what the visitor has minimised stays so: the bar shows the words and how many are new', async () => {
  const { page } = await stage.device()
  await page.goto(stage.shop.url)
  const frame = await ask(page, 'How long does the glaze last?')
  await accept(desk, 'How long does the glaze last?')
  await frame.getByRole('button', { name: 'Minimise' }).click()
  await frame.getByRole('button', { name: 'Open the conversation' }).waitFor()
  await reply(desk, 'Longer than we do.')
  await frame.getByText('Longer than we do.').first().waitFor()
  await frame.getByRole('img', { name: '1 unread message' }).waitFor()
  // A site that keeps a title, with our count before it, and puts it back.
  await expect.poll(() => page.title()).toBe('(1) Bowls · Barro e Sal')
  const kept = await page.title()
  await page.evaluate(() => (document.title = 'Care'))
  await expect.poll(() => page.title()).toBe('(1) Care')
  await page.evaluate((title) => (document.title = title), kept)
  await reply(desk, 'Some are from 1911.')
  await frame.getByRole('img', { name: '2 unread messages' }).waitFor()
  expect(await frame.getByRole('log').count()).toBe(0)
  await expect.poll(() => page.title()).toBe('(2) Bowls · Barro e Sal')

  await frame.getByRole('button', { name: 'Open the conversation' }).click()
  await line(frame, 'Some are from 1911.').waitFor()
  await expect.poll(() => page.title()).toBe('Bowls · Barro e Sal')
})

test('[A17][A18] a small screen is never covered: the button says how many are new, and a bubble says what', async () => {
  const { page } = await stage.device({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.goto(stage.shop.url)
  const frame = await ask(page, 'Where is your workshop?')
  await accept(desk, 'Where is your workshop?')
  await frame.getByRole('button', { name: 'Back to the page' }).click()
  await widgetButton(page).waitFor()
  await reply(desk, 'In Porto, by the river.')
  await page.getByRole('button', { name: /In Porto, by the river\./ }).waitFor()
  await page.getByRole('button', { name: /unread messages: 1/ }).waitFor()
  expect(await line(frame, 'In Porto, by the river.').isVisible()).toBe(false)

  await page.reload()
  await page.getByRole('button', { name: /unread messages: 1/ }).click()
  await line(frame, 'In Porto, by the river.').waitFor()
})

test('[A18] a message that comes while nobody looks is heard, until the visitor switches the sound off', async () => {
  const { page, context } = await stage.device()
  const notes = await countNotes(context)
  await page.goto(stage.shop.url)
  const frame = await ask(page, 'Do you repair?')
  await accept(desk, 'Do you repair?')
  await reply(desk, 'With gold, if you like.')
  await line(frame, 'With gold, if you like.').waitFor()
  expect(notes(), 'heard by nobody who reads').toBe(0)

  await lookAway(page)
  await reply(desk, 'It takes a month.')
  await expect.poll(notes).toBeGreaterThan(0)
  await expect.poll(() => page.title()).toBe('(1) Bowls · Barro e Sal')

  await page.bringToFront()
  await expect.poll(() => page.title()).toBe('Bowls · Barro e Sal')
  await frame.getByRole('button', { name: 'More' }).click()
  await frame.getByRole('switch', { name: 'Sound on a new message' }).click()
  await say(frame, 'Then I bring it.')
  await page.reload()
  await line(frame, 'Then I bring it.').waitFor()
  const before = notes()
  await lookAway(page)
  await reply(desk, 'Do.')
  await expect.poll(() => page.title()).toBe('(1) Bowls · Barro e Sal')
  expect(notes()).toBe(before)
})

test('[A18] a visitor with two tabs hears a message once', async () => {
  const { page, context } = await stage.device()
  const notes = await countNotes(context)
  await page.goto(stage.shop.url)
  const frame = await ask(page, 'Do you deliver?')
  await accept(desk, 'Do you deliver?')
  await frame.getByRole('button', { name: 'Minimise' }).click()
  const second = await context.newPage()
  await second.goto(stage.shop.url)
  await widget(second).getByRole('button', { name: 'Open the conversation' }).waitFor()
  await reply(desk, 'To all of Europe.')
  for (const tab of [page, second]) await widget(tab).getByRole('img', { name: '1 unread message' }).waitFor()
  await expect.poll(notes).toBe(NOTES_OF_A_TONE)
  await reply(desk, 'By train.')
  for (const tab of [page, second]) await widget(tab).getByRole('img', { name: '2 unread messages' }).waitFor()
  await expect.poll(notes).toBe(2 * NOTES_OF_A_TONE)
})
