import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsIn } from './axe.ts'
import { type Account, hire, makeOwner, reply, sitDown } from './desk.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let owner: Account
let hanne: Page
let yuto: Page
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
  hanne = (await sitDown(stage, owner)).page
  yuto = (await sitDown(stage, await hire(stage, owner, 'Yuto Nakamura'))).page
})
afterAll(() => stage.close())

test('[E1][E19] home, the inbox and the counter at the rail tell the same of what waits and runs', async () => {
  await hanne.getByRole('link', { name: 'Home', exact: true }).first().click()
  await hanne.getByRole('heading', { name: 'Home' }).waitFor()
  await hanne.getByText('Nobody is in a conversation at the moment.').waitFor()
  await (await stage.visit('Vera')).open('Do you ship to Norway?', { name: 'Vera' })
  const walid = await stage.visit('Walid')
  const { conversation } = await walid.open('Is the lid sold alone?', { name: 'Walid' })
  await expect.poll(() => waitingAt(hanne)).toBe('2')
  await expect.poll(() => hanne.title()).toBe('(2) Home · Barro e Sal')
  // Those of the list of requests, of the rail and of the title are one number, on both screens.
  await hanne.getByText('2 requests').first().waitFor({ state: 'attached' })
  await hanne
    .getByRole('link', { name: /^Inbox/ })
    .first()
    .click()
  await hanne.getByRole('button', { name: 'Requests 2' }).waitFor()
  await expect.poll(() => hanne.title()).toBe('(2) Inbox · Barro e Sal')
  await hanne.getByText('2 requests').first().waitFor({ state: 'attached' })
  await hanne.getByRole('link', { name: 'Home', exact: true }).first().click()
  await hanne.getByText('Visitors 2').waitFor()
  // Two wait before whoever comes now.
  await hanne.getByRole('region', { name: 'Queue' }).getByText('as number 3').filter({ visible: true }).waitFor()

  await yuto.getByRole('article').filter({ hasText: 'Is the lid sold alone?' }).getByRole('link').click()
  await yuto.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect.poll(() => waitingAt(hanne)).toBe('1')
  const row = hanne.getByRole('region', { name: /^Active conversations/ }).getByRole('row', { name: /Walid/ })
  await row
    .getByText(/^waits/)
    .filter({ visible: true })
    .waitFor()
  await reply(yuto, 'It is.', 'Walid')
  await row.getByText('visitor’s turn').filter({ visible: true }).waitFor()
  await walid.say(conversation, 'In green too?')
  await row
    .getByText(/^waits/)
    .filter({ visible: true })
    .waitFor()
  await hanne.getByText('Active, in 1 conversation').waitFor()
  await expect
    .poll(async () => {
      await hanne.reload()
      return hanne.getByRole('definition').first().innerText()
    })
    .toMatch(/^2/)
  // Who looks for help is counted here and there, and joined from here.
  await yuto.getByRole('button', { name: /^Status/ }).click()
  await yuto.getByRole('menuitemradio', { name: /^Looking for help/ }).click()
  await hanne.getByText('Need help 1').click()
  await hanne.getByRole('row', { name: /Walid/ }).getByRole('button', { name: 'Join to help with Walid' }).waitFor()
  await hanne.getByRole('group', { name: 'Looking for help' }).getByRole('row', { name: /Walid/ }).waitFor()
  await hanne.getByText('Visitors 2').click()
  await hanne.getByRole('list', { name: 'Visitors in conversations' }).getByRole('link', { name: /Walid/ }).waitFor()
  expect(await violationsIn(hanne)).toEqual([])
  await hanne.getByText(/^All$/).click()
  await row.getByText('Looking for help').filter({ visible: true }).waitFor()
  await row.getByRole('button', { name: 'Join to help with Walid' }).click()
  await hanne.getByRole('log').getByText('In green too?').waitFor()
})

const waitingAt = (page: Page): Promise<string> =>
  page
    .getByRole('region', { name: 'Queue' })
    .getByRole('row', { name: /Website/ })
    .getByRole('cell')
    .first()
    .innerText()
