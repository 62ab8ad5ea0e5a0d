import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOwner, sitDown } from './desk.ts'
import { ask, openStage, type Stage } from './stage.ts'

const FREE_AN_HOUR = 10

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await sitDown(stage, await makeOwner(stage))
})
afterAll(() => stage.close())

test('[WR36][CL38] the eleventh of an office to write within an hour waits for a moment, not for minutes', async () => {
  for (let i = 0; i < FREE_AN_HOUR; i++) {
    const visitor = await stage.visit(`colleague ${i}`)
    expect((await visitor.open('Do you deliver to our office?')).outcome).toMatchObject({ ok: true })
  }
  const { page, errors } = await stage.device()
  await page.goto(stage.shop.url)
  const frame = await ask(page, 'And to my home?')
  await frame.getByRole('log').getByText('Sent', { exact: true }).waitFor()
  expect(errors).toEqual([])
})
