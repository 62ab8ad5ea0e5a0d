import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, type Account, hire, makeOwner, openSetting, reply, sitDown } from './desk.ts'
import { openStage, type Stage } from './stage.ts'
import { line } from './visit.ts'

let stage: Stage
let hanne: Page
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
  hanne = (await sitDown(stage, owner)).page
})
afterAll(() => stage.close())

test('[E2][E19][E22][E23] unread is counted for each operator apart, in the rail, the title and the list; Tab goes to the oldest, and the list stands as one puts it', async () => {
  const { page: desk } = await sitDown(stage, await hire(stage, owner, 'Mateus Rocha'))
  const visitor = await stage.visit('Siobhán')
  const { conversation } = await visitor.open('Which clay is it?', { name: 'Siobhán' })
  const badge = (page: Page) =>
    page
      .getByRole('navigation')
      .first()
      .getByRole('link', { name: /^Inbox/ })
  await accept(desk, 'Which clay is it?')
  await hanne.getByRole('list', { name: 'Team' }).getByRole('link', { name: 'Siobhán' }).click()
  await reply(hanne, 'I ask the pit.', 'Siobhán')
  const [mine, hers] = [desk, hanne].map((page) =>
    page.getByRole('list', { name: 'Mine' }).getByRole('link', { name: 'Siobhán' }),
  )
  await line(desk, 'I ask the pit.').waitFor()

  // One of the two goes elsewhere: what comes is unread for him alone.
  await openSetting(desk, 'Team')
  await expect.poll(() => desk.title()).toBe('Team · Barro e Sal')
  await visitor.say(conversation, 'And the iron in it?')
  await line(hanne, 'And the iron in it?').waitFor()
  await expect.poll(() => badge(desk).innerText()).toMatch(/1\s*1 unread/)
  await expect.poll(() => desk.title()).toBe('(1) Team · Barro e Sal')
  await badge(desk).click()
  await mine?.getByText('1 unread').waitFor()
  await visitor.say(conversation, 'And the ash?')
  await mine?.getByText('2 unread').waitFor()
  // Hers is read as soon as she is told of it.
  await expect.poll(() => hers?.getByText('unread').count()).toBe(0)
  await expect.poll(() => hanne.title()).toBe('Inbox · Barro e Sal')

  await mine?.click()
  await line(desk, 'And the ash?').waitFor()
  await expect.poll(() => desk.title()).toBe('Inbox · Barro e Sal')
  await expect.poll(() => mine?.getByText('unread').count()).toBe(0)

  const other = await stage.visit('Inês')
  const heavy = await other.open('Is it heavy?', { name: 'Inês' })
  await accept(desk, 'Is it heavy?')
  await visitor.say(conversation, 'And the sand?')
  await desk.getByText('Tab goes to the oldest unread').waitFor()
  await desk.getByRole('textbox', { name: 'Reply to Inês' }).press('Tab')
  await line(desk, 'And the sand?').waitFor()
  await expect.poll(() => desk.getByRole('textbox', { name: 'Reply to Siobhán' }).evaluate(isFocused)).toBe(true)

  await openSetting(desk, 'This device')
  await desk.getByRole('radio', { name: 'New ones below' }).check()
  await badge(desk).click()
  await expect.poll(() => namesIn(desk)).toEqual(['Siobhán', 'Inês'])
  const [siobhan, ines] = ['Siobhán', 'Inês'].map((name) => desk.getByRole('list', { name: 'Mine' }).getByRole('link', { name }))
  if (siobhan) await ines?.dragTo(siobhan)
  await expect.poll(() => namesIn(desk)).toEqual(['Inês', 'Siobhán'])
  await ines?.press('Alt+ArrowDown')
  await expect.poll(() => namesIn(desk)).toEqual(['Siobhán', 'Inês'])
  await other.send({ type: 'conversation.close', conversation: heavy.conversation })

  await (await stage.visit('Kofi')).open('A new one')
  await expect.poll(() => badge(desk).innerText()).toMatch(/1\s*1 request/)
  await expect.poll(() => hanne.title()).toBe('(1) Inbox · Barro e Sal')
})

const namesIn = (desk: Page): Promise<string[]> =>
  desk.getByRole('list', { name: 'Mine' }).getByRole('link').locator('b').allInnerTexts()

const isFocused = (element: Element): boolean => element === document.activeElement
