import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, type Account, makeOwner, openSetting, reply, sitDown } from './desk.ts'
import { ask, openStage, type Stage } from './stage.ts'
import { line } from './visit.ts'

const BEAR_WITH_US = 'Please bear with us, somebody will be with you soon.'
const MINUTES = '0.03'

let stage: Stage
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
})
afterAll(() => stage.close())

test('[A22] who is not answered within the time that the channel allows is asked to bear with us, once', async () => {
  const { page: desk, errors } = await sitDown(stage, owner)
  await openSetting(desk, 'Channels')
  await desk.getByRole('link', { name: 'Website' }).click()
  await desk.getByLabel('Ask the visitor to bear with you after').fill(MINUTES)
  await desk.getByRole('button', { name: 'Publish' }).click()
  await desk.getByText('Everything is live').waitFor()
  await desk.getByRole('link', { name: 'Inbox', exact: false }).first().click()

  const { page: answered } = await stage.device()
  await answered.goto(stage.shop.url)
  const quick = await ask(answered, 'Do you sell single plates?')
  await accept(desk, 'Do you sell single plates?')
  await reply(desk, 'We do.')
  await line(quick, 'We do.').waitFor()

  const { page: shop } = await stage.device()
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'Is anybody there?')
  await frame.getByText(BEAR_WITH_US).first().waitFor()
  await desk.getByRole('article').filter({ hasText: 'Is anybody there?' }).getByRole('link').click()
  await desk.getByText('The visitor was asked to bear with us').waitFor()
  await frame.getByRole('textbox', { name: 'Write a message' }).fill('I can wait.')
  await frame.getByRole('button', { name: 'Send' }).click()
  await line(desk, 'I can wait.').waitFor()
  expect(await frame.getByRole('log').getByText(BEAR_WITH_US).count()).toBe(1)
  expect(await quick.getByText(BEAR_WITH_US).count(), 'who was answered in time').toBe(0)
  expect(errors).toEqual([])
})
