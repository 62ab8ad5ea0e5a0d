import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, hire, makeOwner, reply, sitDown } from './desk.ts'
import { ask, openStage, type Stage } from './stage.ts'
import { line } from './visit.ts'

let stage: Stage
let hanne: Page
let yuto: Page
beforeAll(async () => {
  stage = await openStage()
  const owner = await makeOwner(stage)
  hanne = (await sitDown(stage, owner)).page
  yuto = (await sitDown(stage, await hire(stage, owner, 'Yuto Nakamura'))).page
})
afterAll(() => stage.close())

test('[IV2][IV4][IV5][IV6][IV7][C11][C12][C13][C14][E31] a colleague is invited by a key, observes unseen, takes part, and has it handed over', async () => {
  const { page: shop } = await stage.device()
  const heard: string[] = []
  shop.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(payload.toString())))
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'Does the rim crack by itself?')
  await accept(hanne, 'Does the rim crack by itself?')
  const menu = async (of: Page, name: RegExp) => {
    await of.getByRole('button', { name: 'More about this conversation' }).click()
    return of.getByRole('menuitem', { name })
  }
  const leave = await menu(hanne, /^Leave/)
  await leave.getByText('Invite somebody first, or end it').waitFor()
  await hanne.keyboard.press('Escape')
  await leave.waitFor({ state: 'detached' })
  await hanne.keyboard.press('i')
  await hanne.getByRole('radio', { name: /Yuto Nakamura/ }).check()
  await hanne.getByLabel('Word to').fill('Is it the kiln?')
  await hanne.getByRole('button', { name: 'Invite', exact: true }).click()
  const invitations = yuto.getByRole('list', { name: 'From colleagues' })
  await invitations.getByRole('link', { name: /Hanne Sørensen.*Invites you to/ }).click()
  await yuto.getByText('Is it the kiln?').waitFor()
  await yuto.getByRole('button', { name: 'Observe', exact: true }).click()
  await yuto.getByText('You observe. The visitor does not see you').waitFor()
  await hanne.getByRole('list', { name: 'In this conversation' }).getByText('Observer').waitFor()
  await invitations.waitFor({ state: 'detached' })
  await yuto.getByRole('textbox', { name: 'Note to the other operators' }).fill('It was fired too hot.')
  await yuto.keyboard.press('Enter')
  await hanne.getByRole('article', { name: 'Note by Yuto Nakamura' }).waitFor()
  await reply(hanne, 'We are looking into it.')
  await line(frame, 'We are looking into it.').waitFor()
  expect(heard.join()).toContain('We are looking into it.')
  expect(heard.join()).not.toMatch(/observer|too hot|kiln\?/)
  expect(await frame.getByText('Yuto joined').count()).toBe(0)

  await yuto.getByRole('button', { name: 'Take part' }).click()
  await frame.getByText('Yuto joined').waitFor()
  await (await menu(hanne, /^Hand over/)).click()
  await hanne
    .getByRole('dialog')
    .getByRole('radio', { name: /Yuto Nakamura/ })
    .check()
  await hanne.getByRole('dialog').getByLabel('Note, only operators see it').fill('Order 20417')
  await hanne.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click()
  await frame.getByText('Hanne left').waitFor()
  await yuto.getByText('Hanne Sørensen handed it over to').waitFor()
  await yuto.getByRole('article', { name: 'Note by Hanne Sørensen' }).getByText('Order 20417').waitFor()
  expect(heard.join()).not.toMatch(/20417|handed/)
})
