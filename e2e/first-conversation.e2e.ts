import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, openStage, setUp, widget, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('[A1][A6][A8][C1] the link from the terminal, the owner, a shop on another site, a question, an answer', async () => {
  const { page: desk, errors: deskErrors } = await stage.device()
  await setUp(stage, desk)
  const { page: shop, errors: shopErrors } = await stage.device()
  await shop.goto(stage.shop.url)
  await ask(shop, 'Is the bowl dishwasher safe?')

  await desk.getByText('Is the bowl dishwasher safe?').first().waitFor()
  await desk
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click()
  await desk.getByRole('textbox', { name: /reply/i }).fill('Yes, on the gentle programme.')
  await desk.keyboard.press('Enter')

  const frame = widget(shop)
  await frame.getByText('Yes, on the gentle programme.', { exact: true }).waitFor()
  await frame.getByText('Hanne Sørensen').first().waitFor()
  expect(await shop.evaluate(() => getComputedStyle(document.body).fontFamily)).not.toContain('Inter')
  expect({ deskErrors, shopErrors, faults: stage.faults }).toEqual({ deskErrors: [], shopErrors: [], faults: [] })
})
