import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsIn } from './axe.ts'
import { type Account, hire, makeOwner, openSetting, reply, sitDown } from './desk.ts'
import { ask, openStage, type Stage } from './stage.ts'
import { line } from './visit.ts'

let stage: Stage
let owner: Account
let hanne: Page
let yuto: Page
let faults: readonly unknown[]
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
  const desk = await sitDown(stage, owner)
  hanne = desk.page
  faults = desk.errors
  yuto = (await sitDown(stage, await hire(stage, owner, 'Yuto Nakamura'))).page
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
const cardOf = (desk: Page, words: string) => desk.getByRole('article').filter({ hasText: words })

test('[C4][C17][CO220][CO221][WG200] an offer is one operator’s until he declines, then the next one’s; limits and the order are set and seen', async () => {
  await choose(/^Automatic/)
  await hanne.getByLabel('At once, each member').fill('3')
  await hanne.getByRole('heading', { name: 'Who would get it now?' }).waitFor()
  await hanne.getByRole('listitem').filter({ hasText: 'Yuto Nakamura' }).filter({ hasText: 'Least busy' }).first().waitFor()
  expect(await violationsIn(hanne)).toEqual([])
  await publish()

  const { page: shop } = await stage.device()
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'Do you ship kilns?')
  await frame.getByRole('heading', { name: 'You are next' }).waitFor()
  const offered = await Promise.race(
    [hanne, yuto].map(async (desk) => {
      await cardOf(desk, 'Do you ship kilns?')
        .getByText(/^Offered to you/)
        .waitFor()
      return desk
    }),
  )
  const next = offered === hanne ? yuto : hanne
  await cardOf(next, 'Do you ship kilns?')
    .getByText(/^Offered to (?:Hanne|Yuto)/)
    .waitFor()
  await cardOf(offered, 'Do you ship kilns?').getByRole('button', { name: 'Decline' }).click()
  await cardOf(next, 'Do you ship kilns?')
    .getByText(/^Offered to you/)
    .waitFor()
  await cardOf(next, 'Do you ship kilns?')
    .getByRole('button', { name: /^Accept/ })
    .click()
  await reply(next, 'We do.')
  await line(frame, 'We do.').waitFor()
  expect(await frame.getByRole('heading', { name: 'You are next' }).count()).toBe(0)
})

test('[C9][CO224] where everyone may answer, one writes without accepting first', async () => {
  await choose(/^Everyone/)
  await publish()
  const { page: shop } = await stage.device()
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'Anybody at all?')
  await cardOf(yuto, 'Anybody at all?').getByRole('link').click()
  await reply(yuto, 'Here.')
  await line(frame, 'Here.').waitFor()
  await yuto.getByRole('button', { name: 'End' }).first().waitFor()
})

test('[C1][CO222][CO223] several requests are picked and taken at once; an administrator gives one by hand', async () => {
  await choose(/^Inbox/)
  await publish()
  for (const words of ['First of three', 'Second of three', 'Third of three']) {
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
    .waitFor()
  expect(faults).toEqual([])
})
