import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, type Account, hire, makeOwner, reply, sitDown } from './desk.ts'
import { openPath, type Path } from './path.ts'
import { ask, openStage, type Stage } from './stage.ts'
import { line } from './visit.ts'

let stage: Stage
let path: Path
let hanne: Page
let yuto: Page
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  path = await openPath(stage.url)
  owner = await makeOwner(stage)
  hanne = (await sitDown(stage, owner)).page
  yuto = (await sitDown(stage, await hire(stage, owner, 'Yuto Nakamura'), { at: path.url })).page
})
afterAll(async () => {
  path.close()
  await stage.close()
})

test('[C1][E1] a request stands under requests, then under mine or team, then under closed, newest first', async () => {
  const first = await stage.visit('Vera')
  await first.open('Do you ship to Norway?', { name: 'Vera', page: { url: 'https://barroesal.example/bowls', title: 'Bowls' } })
  const second = await stage.visit('Walid')
  const { conversation } = await second.open('Is the lid sold alone?', { name: 'Walid' })
  await group(hanne, 'Requests').getByText('Do you ship to Norway?').waitFor()
  expect(await group(hanne, 'Requests').getByRole('article').allInnerTexts()).toEqual([
    expect.stringMatching(/Vera[^]*\/bowls, Website[^]*Do you ship to Norway\?/),
    expect.stringMatching(/Walid[^]*Is the lid sold alone\?/),
  ])
  await accept(hanne, 'Do you ship to Norway?')
  await accept(hanne, 'Is the lid sold alone?')
  await group(hanne, 'Requests').getByText('No requests').waitFor()
  expect(await namesIn(hanne, 'Mine')).toEqual(['Walid', 'Vera'])
  await expect.poll(() => namesIn(yuto, 'Team')).toEqual(['Walid', 'Vera'])
  await group(yuto, 'Mine').getByText('Conversations you accept stand here.').waitFor()

  await hanne.getByRole('list', { name: 'Mine' }).getByRole('link', { name: 'Vera' }).click()
  await reply(hanne, 'We do.', 'Vera')
  await expect.poll(() => namesIn(hanne, 'Mine')).toEqual(['Vera', 'Walid'])
  await hanne.getByRole('button', { name: 'End', exact: true }).click()
  await hanne.getByRole('alertdialog').getByRole('button', { name: 'End conversation' }).click()
  await expect.poll(() => namesIn(hanne, 'Mine')).toEqual(['Walid'])
  const closed = group(hanne, 'Closed').getByRole('button', { name: 'Closed' })
  if ((await closed.getAttribute('aria-expanded')) === 'false') await closed.click()
  await expect.poll(() => namesIn(hanne, 'Closed')).toEqual(['Vera'])
  await second.send({ type: 'conversation.close', conversation })
  await expect.poll(() => namesIn(hanne, 'Closed')).toEqual(['Walid', 'Vera'])
})

test('[C2] the whole request can be read before it is accepted, and nobody knows of it', async () => {
  const { page: shop } = await stage.device()
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'May I see the whole set?')
  await frame.getByRole('textbox', { name: 'Write a message' }).fill('In blue, please.')
  await frame.getByRole('textbox', { name: 'Write a message' }).press('Enter')
  const card = request(yuto, 'In blue, please.')
  await card.getByRole('button', { name: /^Preview/ }).click()
  const preview = yuto.getByRole('dialog')
  await preview.getByText('May I see the whole set?').waitFor()
  await preview.getByText('In blue, please.').waitFor()
  await preview.getByText('The visitor is not told that you look.').waitFor()
  await preview.getByRole('button', { name: 'Cancel' }).click()
  await preview.waitFor({ state: 'hidden' })

  await card.waitFor()
  await request(hanne, 'In blue, please.').waitFor()
  const { marks, lines } = await traces('In blue, please.')
  expect({ marks, lines }).toEqual({ marks: 0, lines: ['message', 'message'] })
  expect(await frame.getByText('Seen').count()).toBe(0)
  await accept(hanne, 'In blue, please.')
  await frame.getByText('Seen').waitFor()
})

test('[C1][C3] two accept the same request: one has it, the other is told who was faster', async () => {
  const visitor = await stage.visit('Adaeze')
  await visitor.open('Who takes me?', { name: 'Adaeze' })
  const late = request(yuto, 'Who takes me?').getByRole('button', { name: /^Accept/ })
  await late.waitFor()
  path.hold()
  await accept(hanne, 'Who takes me?')
  await late.click()
  path.release()
  await yuto.getByText(/^Hanne Sørensen accepted it (just|\d+ s) before you$/).waitFor()
  await expect.poll(() => namesIn(yuto, 'Team')).toContain('Adaeze')
  expect(await namesIn(hanne, 'Mine')).toContain('Adaeze')
  expect(await hanne.getByText(/ before you$/).count()).toBe(0)
  expect(await yuto.getByRole('textbox', { name: 'Reply to Adaeze' }).count()).toBe(0)
})

test('[C9] any operator may answer any conversation, and has joined it then', async () => {
  const { page: shop } = await stage.device()
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'Where is the clay from?')
  await accept(hanne, 'Where is the clay from?')
  await yuto.getByRole('list', { name: 'Team' }).getByRole('link').filter({ hasText: 'Where is the clay from?' }).click()
  await yuto.getByText('You join this conversation by writing').waitFor()
  await reply(yuto, 'From the Alto Alentejo.')
  await line(frame, 'From the Alto Alentejo.').waitFor()
  await frame.getByText('Yuto joined').waitFor()
  await frame.getByRole('heading', { name: 'Hanne and Yuto' }).waitFor()
  await hanne.getByText('Yuto Nakamura joined').waitFor()
  await reply(hanne, 'And the glaze is ours.')
  await line(yuto, 'And the glaze is ours.').waitFor()
  await line(frame, 'And the glaze is ours.').waitFor()
})

test('[C15][E9][E10] what looks for help stands before a colleague with its tag; he joins, and everybody reads that he has', async () => {
  const { page: shop } = await stage.device()
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'Which kiln was it?')
  await accept(hanne, 'Which kiln was it?')
  await hanne.getByRole('button', { name: 'Add a tag or an expertise' }).click()
  await hanne.getByLabel('Find or make a tag').fill('kiln')
  await hanne.keyboard.press('Enter')
  await hanne.getByRole('region', { name: 'This conversation' }).getByText('kiln').waitFor()
  await hanne.getByRole('button', { name: 'Status: In progress' }).click()
  await hanne.getByRole('menuitemradio', { name: /^Looking for help/ }).click()
  const wanted = yuto.getByRole('list', { name: 'Looking for help' }).getByRole('link')
  await wanted.filter({ hasText: 'kiln' }).click()
  await yuto.getByText('Hanne Sørensen looks for help here.').waitFor()
  await yuto.getByRole('button', { name: 'Join' }).click()
  await frame.getByText('Yuto joined').waitFor()
  await hanne.getByRole('button', { name: 'Status: In progress' }).waitFor()
  await yuto.getByText('Nobody looks for help.').waitFor()
})

test('[C9] a note reaches the other operators and never the visitor', async () => {
  const { page: shop } = await stage.device()
  const heard: string[] = []
  shop.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(payload.toString())))
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'Third cracked bowl this year')
  await accept(hanne, 'Third cracked bowl this year')
  await hanne
    .getByRole('radio', { name: 'Note' })
    .or(hanne.getByRole('button', { name: 'Note' }))
    .first()
    .click()
  await hanne.getByRole('textbox', { name: 'Note to the other operators' }).fill('Replace it and do not ask for it back.')
  await hanne.keyboard.press('Enter')
  await hanne.getByRole('article', { name: 'Note by You' }).waitFor()
  await yuto.getByRole('list', { name: 'Team' }).getByRole('link').filter({ hasText: 'Third cracked bowl' }).click()
  await yuto
    .getByRole('article', { name: 'Note by Hanne Sørensen' })
    .getByText('Replace it and do not ask for it back.')
    .waitFor()
  await hanne.getByText('Reply', { exact: true }).click()
  await reply(hanne, 'We replace it.')
  await line(frame, 'We replace it.').waitFor()
  expect(await frame.getByText('do not ask for it back').count()).toBe(0)
  expect(heard.join()).toContain('We replace it.')
  expect(heard.join()).not.toContain('do not ask for it back')
})

test('[CO90] only the chosen request has buttons, and however many wait, mine stays in sight', async () => {
  const { page: desk } = await sitDown(stage, await hire(stage, owner, 'Priya Raghunathan'))
  const names = ['Ada', 'Ben', 'Cleo', 'Dov', 'Eve', 'Finn', 'Gus', 'Hal']
  const visits = names.map(async (name) => {
    const visitor = await stage.visit(name)
    return { visitor, ...(await visitor.open(`I am ${name}`, { name })) }
  })
  const visitors = await Promise.all(visits)
  await desk.locator('li[aria-setsize="8"]').last().waitFor()
  const accepting = desk.getByRole('article').getByRole('button', { name: /^Accept/ })
  await expect.poll(() => accepting.count()).toBe(1)
  await request(desk, 'I am Dov').getByRole('link').click()
  await desk.getByRole('button', { name: 'Accept Dov' }).waitFor()
  await expect.poll(() => accepting.count()).toBe(1)
  const mine = await group(desk, 'Mine').boundingBox()
  expect(mine && mine.y + 32 < (desk.viewportSize()?.height ?? 0)).toBe(true)
  for (const { visitor, conversation } of visitors) await visitor.send({ type: 'conversation.close', conversation })
})

test('[CO91][CO92][CO93][CO96][E21] a colleague who looks is named, rows say whose words they show, what was said can be quoted, and a window of its own keeps in step', async () => {
  const visitor = await stage.visit('Rafael')
  const { conversation } = await visitor.open('Does the lid fit?', { name: 'Rafael' })
  await accept(hanne, 'Does the lid fit?')
  const [hers, his] = [hanne, yuto].map((desk) => desk.getByRole('link', { name: 'Rafael' }).filter({ hasText: /lid|fits/ }))
  await his?.getByText('with Hanne Sørensen').waitFor()
  await his?.click()
  await hanne.getByText('Yuto Nakamura is looking').waitFor()
  await yuto.getByText('Hanne Sørensen is looking').waitFor()

  const bubble = hanne.getByRole('log').getByText('Does the lid fit?').first()
  await bubble.hover()
  await hanne.getByRole('log').getByRole('button', { name: 'Quote' }).last().click()
  const field = hanne.getByRole('textbox', { name: 'Reply to Rafael' })
  await expect.poll(() => field.inputValue()).toBe('> Does the lid fit?\n')
  await hers?.getByText('Draft').waitFor()
  await hers?.getByText('On the site').waitFor()
  await field.press('End')
  await field.pressSequentially('It fits.')
  await field.press('Enter')
  await hers?.getByText('You:').waitFor()
  await his?.getByText('Hanne Sørensen:').waitFor()
  await yuto.getByRole('log').locator('blockquote').getByText('Does the lid fit?').waitFor()
  const opened = hanne.waitForEvent('popup')
  await hanne.getByRole('button', { name: 'More about this conversation' }).click()
  await hanne.getByRole('menuitem', { name: 'Open in a window of its own' }).click()
  const small = await opened
  await small.getByRole('log').getByText('It fits.').waitFor()
  expect(await small.getByRole('list', { name: 'Mine' }).isVisible()).toBe(false)
  await reply(small, 'Mind the glaze.', 'Rafael')
  await line(hanne, 'Mind the glaze.').waitFor()
  await small.close()
  await visitor.say(conversation, 'Thanks, it fits')
  await expect.poll(() => hers?.innerText()).toContain('Thanks, it fits')
  await visitor.send({ type: 'conversation.close', conversation })
})

test('[CO95][CO97][VI66][E5][E12] what is written down of a visitor is his, found by any word, and his earlier conversations are read beside', async () => {
  const visitor = await stage.visit('Siobhan')
  const first = await visitor.open('Where is my parcel?', { name: 'Siobhan' })
  await accept(hanne, 'Where is my parcel?')
  await hanne.getByLabel('Name', { exact: true }).fill('Siobhán Ní Bhriain')
  await hanne.getByLabel('Comments').fill('Before noon.')
  await hanne.getByLabel('E-mail').fill('no address')
  await hanne.getByLabel('Phone').click()
  await hanne.getByText('This is no e-mail address.').waitFor()
  await hanne.getByLabel('E-mail').fill('siobhan@posteo.example')
  await hanne.getByLabel('Phone').click()
  await hanne.getByText(/^Saved/).waitFor()
  await yuto.getByRole('list', { name: 'Team' }).getByRole('link', { name: 'Siobhán Ní Bhriain' }).click()
  await expect.poll(() => yuto.getByLabel('Comments').inputValue()).toBe('Before noon.')
  await expect.poll(() => yuto.getByLabel('E-mail').inputValue()).toBe('siobhan@posteo.example')
  await visitor.send({ type: 'conversation.close', conversation: first.conversation })

  await visitor.open('And the second one?')
  await accept(hanne, 'And the second one?')
  await hanne.getByRole('button', { name: /Where is my parcel/ }).click()
  const earlier = hanne.getByRole('dialog')
  await earlier.getByText('Where is my parcel?').waitFor()
  await hanne.keyboard.press('Escape')

  await yuto.keyboard.press('Control+K')
  await yuto.getByRole('combobox').fill('bhri siob')
  const found = yuto.getByRole('option', { name: /Siobhán Ní Bhriain/ })
  await expect.poll(() => found.count()).toBe(2)
  await yuto.getByRole('combobox').fill('siobhan@pos')
  await found.filter({ hasText: 'Closed' }).click()
  await yuto.getByRole('log').getByText('Where is my parcel?').waitFor()
})

const group = (desk: Page, name: string) => desk.getByRole('region', { name: new RegExp(`^${name}`) })
const request = (desk: Page, words: string) => desk.getByRole('article').filter({ hasText: words })

const namesIn = (desk: Page, list: string): Promise<string[]> =>
  desk.getByRole('list', { name: list }).getByRole('link').locator('b').allInnerTexts()

/** What is stored of a look: marks of operators, and lines. */
async function traces(words: string): Promise<{ marks: number; lines: string[] }> {
  const { reads } = stage.server.store
  const { conversation_id: conversation } = await reads
    .selectFrom('line')
    .select('conversation_id')
    .where('text', '=', words)
    .executeTakeFirstOrThrow()
  const marks = await reads.selectFrom('read_mark').selectAll().where('conversation_id', '=', conversation).execute()
  const lines = await reads.selectFrom('line').select('kind').where('conversation_id', '=', conversation).execute()
  return { marks: marks.length, lines: lines.map(({ kind }) => kind) }
}
