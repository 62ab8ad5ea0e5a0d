import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsIn } from './axe.ts'
import { type Account, hire, makeOwner, openSetting, reachMe, reply, sitDown } from './desk.ts'
import { ask, openStage, type Stage } from './stage.ts'
import { standing, tabTo, watchKeyboard } from './tab.ts'
import { line } from './visit.ts'

let stage: Stage
let owner: Account
let hanne: Page
let yuto: Page
let ines: Page
let faults: readonly unknown[]
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
  const desk = await sitDown(stage, owner)
  hanne = desk.page
  faults = desk.errors
  yuto = (await sitDown(stage, await hire(stage, owner, 'Yuto Nakamura'))).page
  ines = (await sitDown(stage, await hire(stage, owner, 'Inês Prado'))).page
})
afterAll(() => stage.close())

async function choose(way: RegExp): Promise<void> {
  await openSetting(hanne, 'Channels')
  await hanne.getByRole('link', { name: 'Website' }).click()
  await hanne.getByRole('navigation', { name: 'Settings of this channel' }).getByRole('link', { name: 'Routing' }).click()
  await hanne.getByRole('radio', { name: way }).check()
}
async function publish(): Promise<void> {
  await hanne.getByRole('button', { name: 'Publish' }).click()
  await hanne.getByText('Everything is live').waitFor()
  await hanne.getByRole('link', { name: 'Inbox', exact: false }).first().click()
}
/** Who has it offered, as soon as somebody has; all others see to whom. */
async function offeredOf(words: string): Promise<Page> {
  const desks = [hanne, yuto, ines]
  const offered = await Promise.race(
    desks.map(async (desk) => {
      await cardOf(desk, words)
        .getByText(/^Offered to you/)
        .waitFor()
      return desk
    }),
  )
  for (const other of desks.filter((desk) => desk !== offered))
    await cardOf(other, words)
      .getByText(/^Offered to (?:Hanne|Yuto|Inês)/)
      .waitFor()
  return offered
}
async function visitorAsks(words: string) {
  const { page } = await stage.device()
  await page.goto(stage.shop.url)
  return ask(page, words)
}
const cardOf = (desk: Page, words: string) => desk.getByRole('article').filter({ hasText: words })

test('[C4][C17][CO220][CO221][WG200] an offer is one operator’s until he declines, then the next one’s; limits and the order are set and seen', async () => {
  await choose(/^Automatic/)
  await hanne.getByLabel('At once, each member').fill('9')
  await hanne.getByRole('heading', { name: 'Who would get it now?' }).waitFor()
  await hanne.getByRole('listitem').filter({ hasText: 'Yuto Nakamura' }).filter({ hasText: 'Least busy' }).first().waitFor()
  expect(await violationsIn(hanne)).toEqual([])
  await publish()

  const frame = await visitorAsks('Do you ship kilns?')
  await frame.getByRole('heading', { name: 'You are next' }).waitFor()
  const offered = await offeredOf('Do you ship kilns?')
  await cardOf(offered, 'Do you ship kilns?').getByRole('button', { name: 'Decline' }).click()
  await cardOf(offered, 'Do you ship kilns?')
    .getByText(/^Offered to (?:Hanne|Yuto|Inês)/)
    .waitFor()
  const next = await offeredOf('Do you ship kilns?')
  expect(next).not.toBe(offered)
  await cardOf(next, 'Do you ship kilns?')
    .getByRole('button', { name: /^Accept/ })
    .click()
  await reply(next, 'We do.')
  await line(frame, 'We do.').waitFor()
  expect(await frame.getByRole('heading', { name: 'You are next' }).count()).toBe(0)

  const second = await visitorAsks('And wheels?')
  const free = await offeredOf('And wheels?')
  expect(free).not.toBe(next)
  await cardOf(free, 'And wheels?')
    .getByRole('button', { name: /^Accept/ })
    .click()
  await reply(free, 'Wheels too.')
  await line(second, 'Wheels too.').waitFor()
  expect(await line(frame, 'Wheels too.').count()).toBe(0)
})

test('[C9][CO224] where everyone may answer, one writes without accepting first', async () => {
  await choose(/^Everyone/)
  await publish()
  const frames = [await visitorAsks('Anybody at all?'), await visitorAsks('Me too?')] as const
  await cardOf(yuto, 'Anybody at all?').getByRole('link').click()
  await reply(yuto, 'Here.')
  await line(frames[0], 'Here.').waitFor()
  await yuto.getByRole('button', { name: 'End' }).first().waitFor()
  await cardOf(ines, 'Me too?').getByRole('link').click()
  await reply(ines, 'You too.')
  await line(frames[1], 'You too.').waitFor()
  for (const words of ['Anybody at all?', 'Me too?']) await cardOf(hanne, words).waitFor({ state: 'detached' })
})

test('[C1][CO222][CO223] several requests are picked and taken at once; an administrator gives one by hand', async () => {
  await choose(/^Inbox/)
  await publish()
  const looked = await visitorAsks('May I see it?')
  await cardOf(ines, 'May I see it?').getByRole('link').click()
  await ines
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click()
  await reply(ines, 'Do come.')
  await line(looked, 'Do come.').waitFor()
  const given = await visitorAsks('Third of three')
  for (const words of ['First of three', 'Second of three']) {
    await (await stage.visit(words)).open(words, { name: words })
    await cardOf(hanne, words).first().waitFor()
  }
  await hanne.getByRole('button', { name: 'Pick several' }).click()
  await hanne.getByRole('checkbox', { name: 'Pick First of three' }).check()
  await hanne.getByRole('checkbox', { name: 'Pick Second of three' }).check()
  const triage = hanne.getByRole('group', { name: 'With all that are picked' })
  await triage.getByText('2 picked').waitFor()
  await triage.getByRole('button', { name: 'Accept' }).click()
  await hanne.getByText('2 done').waitFor()
  await cardOf(hanne, 'Third of three').getByRole('link').click()
  await hanne.getByRole('button', { name: 'More about this conversation' }).click()
  await hanne.getByRole('menuitem', { name: 'Assign to somebody' }).click()
  const dialog = hanne.getByRole('dialog', { name: 'To whom?' })
  await dialog.getByRole('combobox').selectOption({ label: 'Yuto Nakamura' })
  await dialog.getByRole('button', { name: 'Choose' }).click()
  await hanne.getByText('Yuto Nakamura has it').waitFor()
  await yuto
    .getByRole('link', { name: /Third of three/ })
    .first()
    .click()
  await reply(yuto, 'It is mine now.')
  await line(given, 'It is mine now.').waitFor()
  expect(faults).toEqual([])
})

test('[C4][C17] by the keyboard alone the way is chosen, an offer declined, and what waits accepted and answered', async () => {
  for (const desk of [yuto, ines]) await reachMe(desk, 'Unavailable')
  await watchKeyboard(hanne)
  await hanne.reload()
  await hanne.getByRole('heading', { name: 'Inbox' }).waitFor()
  await goTo('Channels')
  await hanne.getByRole('heading', { name: 'Channels', exact: true }).waitFor()
  await tabTo(hanne, /^Website/)
  await hanne.keyboard.press('Enter')
  await hanne.getByRole('navigation', { name: 'Settings of this channel' }).waitFor()
  await tabTo(hanne, 'Routing')
  await hanne.keyboard.press('Enter')
  await hanne.getByRole('radio', { name: /^Inbox/ }).waitFor()
  await tabTo(hanne, /^Inbox\n/)
  await hanne.keyboard.press('ArrowRight')
  expect(await hanne.getByRole('radio', { name: /^Automatic/ }).isChecked()).toBe(true)
  await tabTo(hanne, 'Publish')
  await hanne.keyboard.press('Enter')
  await hanne.getByText('Everything is live').waitFor()
  await goTo('Inbox')
  await hanne.getByRole('heading', { name: 'Inbox', exact: true }).waitFor()
  const frame = await visitorAsks('Without a mouse?')
  await cardOf(hanne, 'Without a mouse?')
    .getByText(/^Offered to you/)
    .waitFor()
  await tabTo(hanne, /^Decline/)
  await hanne.keyboard.press('Enter')
  await cardOf(hanne, 'Without a mouse?')
    .getByText(/^Offered to you/)
    .waitFor({ state: 'detached' })
  await tabTo(hanne, /^Preview/)
  await hanne.keyboard.press('a')
  await expect.poll(async () => (await standing(hanne)).name).toMatch(/^Reply to/)
  await hanne.keyboard.type('Without one.')
  await hanne.keyboard.press('Enter')
  await line(frame, 'Without one.').waitFor()
  expect(faults).toEqual([])
})

async function goTo(words: string): Promise<void> {
  await hanne.keyboard.press('Control+k')
  await hanne.getByRole('option').first().waitFor()
  await hanne.keyboard.type(words)
  // Enter goes to the first, which is another until all that is called so has come.
  await expect.poll(() => hanne.locator('[role=option][data-highlighted]').textContent()).toMatch(new RegExp(`^${words}`))
  await hanne.keyboard.press('Enter')
}
