import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, PASSWORD, widget, type Stage } from './stage.ts'
import { standing, tabTo, watchKeyboard } from './tab.ts'
import { line } from './visit.ts'

let stage: Stage
let desk: Page
let shop: Page
beforeAll(async () => {
  stage = await openStage()
  desk = (await stage.device()).page
  shop = (await stage.device()).page
  for (const page of [desk, shop]) await watchKeyboard(page)
})
afterAll(() => stage.close())

// Each goes on where the one before it ended; no pointer is used anywhere.

test('the owner sets up by keyboard alone, and sees at every stop where he is', async () => {
  await desk.goto(`${stage.url}/setup#token=${stage.server.setupToken ?? ''}`)
  await desk.getByRole('heading', { name: 'Make this installation yours' }).waitFor()
  expect((await standing(desk)).name).toBe('Your name')
  await desk.keyboard.type('Hanne Sørensen')
  for (const [label, value] of [
    ['E-mail', 'hanne@example.org'],
    ['Password', PASSWORD],
    ['Name of the site', 'Barro e Sal'],
  ] as const) {
    await tabTo(desk, label)
    await desk.keyboard.type(value)
  }
  const rest = await tabTo(desk, 'Create the account')
  expect(rest.map(({ name }) => name)).toEqual([
    'Pick the colour: Colour of the chat',
    'Colour of the chat',
    'Create the account',
  ])
  await desk.keyboard.press('Enter')
  await desk.getByText('Welcome to Barro e Sal').waitFor()
  await tabTo(desk, 'Close the visitor’s side')
  await desk.keyboard.press('Enter')
  await desk.getByRole('complementary', { name: 'The visitor’s side' }).waitFor({ state: 'detached' })
})

test('a visitor comes to the button by Tab, writes, and sends; the order of Tab is the order of reading', async () => {
  await shop.goto(stage.shop.url)
  await shop.getByRole('button', { name: /^Open the chat/ }).waitFor()
  await tabTo(shop, /^Open the chat/)
  await shop.keyboard.press('Enter')
  await expect.poll(async () => (await standing(shop)).name).toBe('Write a message')
  await shop.keyboard.type('Is the tide glaze safe')
  await shop.keyboard.press('Shift+Enter')
  await shop.keyboard.type('for a baby’s food?')
  expect((await tabTo(shop, 'Send')).length).toBe(1)
  await shop.keyboard.press('Enter')
  await widget(shop).getByText('Your message has arrived').waitFor()
  await expect.poll(async () => (await standing(shop)).name).toBe('Write a message')
})

test('[C1] the operator looks with P, accepts with A, answers, and writes a note', async () => {
  await desk.getByText('Is the tide glaze safe').first().waitFor()
  await tabTo(desk, /^Preview/)
  await desk.keyboard.press('p')
  await desk.getByRole('dialog').getByText('Is the tide glaze safe').waitFor()
  await desk.keyboard.press('Escape')
  await expect.poll(async () => (await standing(desk)).name).toMatch(/^Preview/)
  await desk.keyboard.press('a')
  await expect.poll(async () => (await standing(desk)).name).toMatch(/^Reply to/)
  await desk.keyboard.type('Yes: no lead, no cadmium.')
  await desk.keyboard.press('Shift+Enter')
  await desk.keyboard.type('Tested every year: https://barroesal.example/glaze')
  await desk.keyboard.press('Enter')
  await widget(shop).getByRole('log').getByText('Tested every year').waitFor()
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('n')
  await expect.poll(async () => (await standing(desk)).name).toMatch(/^Note/)
  await desk.keyboard.type('Asked twice this week.')
  await desk.keyboard.press('Enter')
  await desk.getByRole('article', { name: 'Note by You' }).getByText('Asked twice this week.').waitFor()
})

test('in the conversation, too, Tab goes as one reads, and wherever it stops is to be seen', async () => {
  await tabTo(shop, 'Send')
  const round = (await tabTo(shop, 'Send')).map(({ name }) => name)
  const inside = ['More', 'Minimise', 'Close', 'Messages', 'https://barroesal.example/glaze', 'Write a message', 'Send']
  expect(round.slice(-inside.length)).toEqual(inside)
})

test('the list of keys and the palette give the focus back where it was', async () => {
  await desk.keyboard.press('Escape')
  await tabTo(desk, /^Search or go to/)
  await desk.keyboard.press('?')
  await desk.getByRole('dialog', { name: 'Keys' }).waitFor()
  await desk.keyboard.press('Escape')
  await expect.poll(async () => (await standing(desk)).name).toMatch(/^Search or go to/)
  await desk.keyboard.press('Control+k')
  await desk.getByRole('option').first().waitFor()
  await desk.keyboard.press('Escape')
  await expect.poll(async () => (await standing(desk)).name).toMatch(/^Search or go to/)
})

test('one round through the inbox and a conversation goes as one reads, and every stop is to be seen', async () => {
  await tabTo(desk, 'Skip to the content')
  const round = (await tabTo(desk, 'Skip to the content')).map(({ name }) => name)
  const landmarks = [/your account$/, /^Search/, /^Requests/, /^Mine/, /^End$/, /^Conversation with/, /^Note to/, /^About/]
  const found = landmarks.map((landmark) => round.findIndex((name) => landmark.test(name)))
  expect(found).not.toContain(-1)
  expect(found).toEqual([...found].sort((one, other) => one - other))
})

test('the palette goes to other screens and back to the conversation', async () => {
  await goTo(desk, 'Team')
  await desk.getByRole('heading', { name: 'Team', exact: true }).waitFor()
  await goTo(desk, 'Channels')
  await desk.getByRole('heading', { name: 'Channels', exact: true }).waitFor()
  await goTo(desk, 'Visitor')
  await line(desk, 'Asked twice this week.').waitFor()
  await expect.poll(async () => (await standing(desk)).name).toMatch(/^Reply to/)
})

test('[CO94] Enter saves a note, and a conversation in which one is half written opens with it', async () => {
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('n')
  await expect.poll(async () => (await standing(desk)).name).toMatch(/^Note/)
  await desk.keyboard.type('Sent a photo.')
  await desk.keyboard.press('Enter')
  await desk.getByRole('article', { name: 'Note by You' }).getByText('Sent a photo.').waitFor()
  await desk.keyboard.type('Wants a')
  await goTo(desk, 'Team')
  await desk.getByRole('heading', { name: 'Team', exact: true }).waitFor()
  await goTo(desk, 'Visitor')
  await expect.poll(async () => (await standing(desk)).name).toMatch(/^Note/)
  await desk.keyboard.press('Control+a')
  await desk.keyboard.press('Backspace')
})

test('letters typed before the palette has drawn its field stand in it, and are no keys of the page behind', async () => {
  await desk.evaluate(async () => {
    const press = (key: string, ctrlKey = false) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }))
    press('k', true)
    await Promise.resolve()
    for (const letter of 'team') press(letter)
  })
  await expect.poll(() => desk.getByRole('combobox').inputValue()).toBe('team')
  await desk.keyboard.type('x')
  await expect.poll(() => desk.getByRole('combobox').inputValue()).toBe('teamx')
  await desk.keyboard.press('Escape')
})

test('the palette opened again in the moment it goes away begins anew', async () => {
  await desk.keyboard.press('Control+k')
  await desk.keyboard.type('Visitor')
  await desk.keyboard.press('Escape')
  // At once, before a frame is drawn: faster than a hand, as fast as a busy machine makes it.
  await desk.evaluate(() => {
    const press = (key: string, ctrlKey = false) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }))
    press('k', true)
    press('Escape')
    press('k', true)
  })
  await desk.getByRole('option').first().waitFor()
  await desk.keyboard.type('Inbox')
  await desk.getByRole('option', { name: 'Inbox' }).waitFor()
  await desk.keyboard.press('Escape')
  await expect.poll(() => desk.getByRole('option').count()).toBe(0)
})

test('closing is asked by E, and Escape of the visitor puts the window away and the focus on its button', async () => {
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('e')
  await expect.poll(async () => (await standing(desk)).name).toBe('End conversation')
  await desk.keyboard.press('Escape')
  await expect.poll(() => desk.getByRole('alertdialog').count()).toBe(0)
  await desk.keyboard.press('Escape') // out of the composer, where the focus was last
  await desk.keyboard.press('e')
  await expect.poll(async () => (await standing(desk)).name).toBe('End conversation')
  await desk.keyboard.press('Enter')
  await widget(shop)
    .getByText(/ended the conversation at/)
    .waitFor()
  await expect.poll(async () => (await standing(shop)).name).toBe('New conversation')
  await shop.keyboard.press('Escape')
  await expect.poll(async () => (await standing(shop)).name).toMatch(/^Open the chat/)
  expect(stage.faults).toEqual([])
})

async function goTo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.type(words)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
}
