import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { configure } from '@portico/testkit/configure'
import { MAIN, operator } from '@portico/testkit/person'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsIn } from './axe.ts'
import { makeOwner, openSetting, sitDown, type Account } from './desk.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let owner: Account
let desk: Page
let errors: readonly string[]
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
  ;({ page: desk, errors } = await sitDown(stage, owner))
})
afterAll(() => stage.close())

test('[CO50] addresses of before lead to those of today, with all that stood in them', async () => {
  await desk.goto(`${stage.url}/team`)
  await desk.getByRole('heading', { name: 'Team', level: 1 }).waitFor()
  expect(new URL(desk.url()).pathname).toBe('/settings/team')
  await desk.goto(`${stage.url}/channels/main?section=snippet`)
  await desk.getByRole('region', { name: 'Snippet' }).waitFor()
  expect(new URL(desk.url()).pathname).toBe('/settings/channels/main')
})

test('[CO53] the settings say how each stands, and are found by a word of their name', async () => {
  await desk.goto(`${stage.url}/settings`)
  await desk.getByRole('link', { name: 'Team 1 person' }).waitFor()
  await desk.getByRole('link', { name: 'Channels 1 channel' }).waitFor()
  await desk.getByLabel('Find a setting').fill('log')
  await expect.poll(() => desk.getByRole('main').getByRole('link').count()).toBe(1)
  await desk.getByRole('link', { name: /^Security log/ }).click()
  await desk.getByRole('navigation', { name: 'All settings' }).getByRole('link', { name: 'Team', exact: true }).click()
  await desk.getByRole('heading', { name: 'Team', level: 1 }).waitFor()
})

test('[CO53] how each stands is said in whatever moment its words arrive', async () => {
  await desk.goto(`${stage.url}/inbox`)
  await desk.getByRole('heading', { name: 'Inbox' }).waitFor()
  // What the browser has already comes in the middle of a drawing.
  const words = readdirSync(join(import.meta.dirname, '../packages/console/dist/assets/console'))
    .filter((file) => /^texts\.en-.*\.js$/.test(file))
    .map((file) => `/assets/console/${file}`)
  expect(words.length).toBeGreaterThan(3)
  // In words, which vitest leaves as they are.
  await desk.evaluate(`Promise.all(${JSON.stringify(words)}.map((file) => import(file)))`)
  await desk.getByRole('link', { name: 'Settings' }).first().click()
  await desk.getByRole('link', { name: /^This device and sessions 1 session$/ }).waitFor()
  await desk.getByRole('link', { name: 'Team 1 person' }).waitFor()
  expect(errors).toEqual([])
})

test('[CO200][B2][C16][H2] what roles may, and who has which level where, is read and changed in one table', async () => {
  await desk.goto(`${stage.url}/settings/permissions`)
  const mends = desk.getByRole('switch', { name: 'See what the system waits for, and mend it: Supervisor' })
  await mends.focus()
  await desk.keyboard.press('Space')
  await expect.poll(() => mends.getAttribute('aria-checked')).toBe('true')
  await desk.getByRole('radio', { name: 'By channel' }).check()
  const level = desk.getByLabel('Level of Supervisor in Website')
  await level.selectOption('Participant')
  await desk.reload()
  await expect.poll(() => level.inputValue()).toBe('participant')
  expect(await violationsIn(desk)).toEqual([])
  await level.selectOption('None')
  await expect.poll(() => level.inputValue()).toBe('none')
})

test('[CO242][CO290] the edges of hours are dragged and moved by the keys, and a channel shows what visitors read at a moment', async () => {
  await desk.goto(`${stage.url}/settings/hours`)
  await desk.getByRole('button', { name: 'New hours' }).click()
  const opens = desk.getByRole('slider', { name: 'Monday opens' })
  const closes = desk.getByRole('slider', { name: 'Monday closes' })
  await opens.focus()
  for (const key of ['Home', 'PageUp', 'ArrowRight', 'ArrowRight']) await desk.keyboard.press(key)
  await expect.poll(() => opens.getAttribute('aria-valuetext')).toMatch(/^1:30/)
  expect(await desk.getByLabel('Monday, from').inputValue()).toBe('01:30')
  await closes.focus()
  await desk.keyboard.press('End')
  await expect.poll(() => closes.getAttribute('aria-valuetext')).toBe('midnight')
  await closes.scrollIntoViewIfNeeded()
  const [at, bar] = [await closes.boundingBox(), await closes.locator('..').boundingBox()]
  if (!at || !bar) throw new Error('the bar is not drawn')
  const y = at.y + at.height / 2
  await desk.mouse.move(at.x + at.width - 1, y)
  await desk.mouse.down()
  await desk.mouse.move(bar.x + bar.width / 2, y, { steps: 5 })
  await desk.mouse.up()
  await expect.poll(() => desk.getByLabel('Monday, to').inputValue()).toBe('12:00')
  expect(await violationsIn(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Save' }).click()
  await desk.getByText('Saved. Visitors see it within a minute.').waitFor()

  await desk.goto(`${stage.url}/settings/channels/main?section=hours`)
  await desk.getByRole('combobox', { name: 'Hours' }).selectOption('Opening hours')
  await desk.getByLabel('At this moment').fill('2026-11-22T12:00')
  await desk.getByLabel('Visitor in').selectOption('Asia/Tokyo')
  await desk
    .getByText(/We open again/)
    .first()
    .waitFor()
  await desk.getByLabel('At this moment').fill('2026-11-23T02:00')
  await desk.getByText('Somebody answers, as far as somebody is there.').waitFor()
  expect(await violationsIn(desk)).toEqual([])
  await desk.getByRole('button', { name: 'Discard' }).first().click()
})

test('[CO202][CO203][B4][B5][B6][B23] whoever is in no channel of his, or has switched the chat off, reads so on every page', async () => {
  await desk.goto(`${stage.url}/settings/my-channels`)
  await desk.getByRole('button', { name: 'Leave Website' }).click()
  await desk.getByText('no channel is among yours').waitFor()
  await desk.goto(`${stage.url}/home`)
  await desk.getByText('no channel is among yours').waitFor()
  const vera = await stage.visit('Vera')
  await vera.open('Is the kiln still warm?')
  await desk.goto(`${stage.url}/inbox`)
  await desk.getByRole('radio', { name: 'All channels, 1 more' }).check()
  await desk.getByText('Is the kiln still warm?').waitFor()
  await desk.getByRole('radio', { name: 'My channels' }).check()
  await desk.getByText('Is the kiln still warm?').waitFor({ state: 'detached' })
  await desk.keyboard.press('Control+K')
  await desk.getByRole('combobox').fill('Join Website')
  await desk.keyboard.press('Enter')
  await desk.getByText('no channel is among yours').waitFor({ state: 'detached' })
  await desk.goto(`${stage.url}/settings/site`)
  await desk.getByRole('switch', { name: 'The chat' }).click()
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Switch it off' }).click()
  await desk.getByText('The chat is switched off').waitFor()
  expect(await violationsIn(desk)).toEqual([])
  await desk.getByRole('switch', { name: 'The chat' }).click()
  await desk.getByText('The chat is switched off').waitFor({ state: 'detached' })
  expect(errors).toEqual([])
})

test('[CO47][CO49] whoever leaves a form with changes is asked, and finds them again', async () => {
  await openWelcome()
  await welcome().fill('Good morning')
  await desk.getByText('1 change not yet live').waitFor()
  await desk.getByRole('link', { name: 'Appearance' }).click()
  await desk.getByRole('heading', { name: 'Colours' }).waitFor()
  await desk.getByRole('link', { name: 'Inbox' }).first().click()
  await desk.getByRole('button', { name: 'Stay' }).click()
  await desk.getByRole('heading', { name: 'Colours' }).waitFor()
  await desk.getByRole('link', { name: 'Inbox' }).first().click()
  await desk.getByRole('button', { name: 'Leave and keep' }).click()
  await desk.getByRole('heading', { name: 'Inbox' }).waitFor()
  await openWelcome()
  expect(await welcome().inputValue()).toBe('Good morning')
  await desk.getByRole('button', { name: 'Discard' }).click()
  await desk.getByText('Everything is live').waitFor()
  expect(await welcome().inputValue()).toBe('')
})

test('[CO48] what a colleague has published meanwhile is told, and nothing overwrites it unasked', async () => {
  const hanne = await operator(stage.place, 'Hanne', owner)
  await openWelcome()
  await welcome().fill('Good evening')
  // Another part, which the form takes as it comes.
  await configure(hanne.send, { ...stage, channel: MAIN, changes: { name: 'Shop of clay' } })
  await desk.getByRole('heading', { name: 'Shop of clay' }).waitFor()
  await desk.getByText('1 change not yet live').waitFor()
  await configure(hanne.send, { ...stage, channel: MAIN, changes: { asks: 'name' } })
  await desk.getByRole('alert').getByText('This has been changed meanwhile.').waitFor()
  expect(await desk.getByRole('button', { name: 'Publish' }).count()).toBe(0)
  await desk.getByRole('button', { name: 'Keep mine' }).click()
  expect(await desk.getByLabel('Name', { exact: true }).inputValue()).toBe('Shop of clay')
  expect(await welcome().inputValue()).toBe('Good evening')
  await desk.getByRole('button', { name: 'Publish' }).click()
  await desk.getByText('Everything is live').waitFor()
  expect(errors).toEqual([])
})

test('[CO73] what is saved with the others and what is saved at once are told apart, and the bar stays in sight below all', async () => {
  for (const [path, at] of [
    ['profile', ['Picture and language', 'Languages and expertise']],
    ['site', ['What is switched on', 'Who is there']],
  ] as const) {
    await desk.goto(`${stage.url}/settings/${path}`)
    const groups = desk.getByRole('main').getByRole('region')
    await groups
      .filter({ hasText: 'Saved at once' })
      .nth(at.length - 1)
      .waitFor()
    expect(await groups.filter({ hasText: 'Saved at once' }).getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(at)
    await desk.setViewportSize({ width: 1440, height: 420 })
    const field = groups.first().getByRole('textbox').first()
    await field.fill('Barro')
    const bar = desk.getByText(/^Not saved yet$/)
    await bar.waitFor()
    expect(await isInSight(bar)).toBe(true)
    await groups.last().evaluate((group) => group.scrollIntoView({ block: 'end' }))
    const [last, foot] = [await groups.last().boundingBox(), await bar.boundingBox()]
    expect(last && foot && last.y < foot.y).toBe(true)
    expect(await isInSight(bar)).toBe(true)
    await desk.getByRole('button', { name: 'Discard' }).click()
    await desk.setViewportSize({ width: 1440, height: 900 })
  }
})

const isInSight = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => {
    const { left, top, bottom } = element.getBoundingClientRect()
    return bottom <= innerHeight && element.contains(document.elementFromPoint(left + 1, (top + bottom) / 2))
  })

const welcome = () => desk.getByLabel('Welcome')

async function openWelcome(): Promise<void> {
  await openSetting(desk, 'Channels')
  await desk
    .getByRole('main')
    .getByRole('link', { name: 'Website' })
    .or(desk.getByRole('link', { name: 'Shop of clay' }))
    .click()
  await welcome().waitFor()
}
