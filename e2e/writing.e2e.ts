import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, makeOwner, reply, sitDown } from './desk.ts'
import { openPath, type Path } from './path.ts'
import { openShop, type Shop } from './shop.ts'
import { ask, openStage, type Stage } from './stage.ts'
import { line, say, tryNow } from './visit.ts'

const LONGEST = 8000

let stage: Stage
let path: Path
let shop: Shop
let desk: Page
beforeAll(async () => {
  stage = await openStage()
  path = await openPath(stage.url)
  shop = await openShop(path.url)
  desk = (await sitDown(stage, await makeOwner(stage))).page
})
afterAll(async () => {
  shop.close()
  path.close()
  await stage.close()
})

test('[A23] Enter sends, Shift+Enter breaks the line, and an input method keeps its Enter, on either side', async () => {
  const { page, frame } = await talk('Enter?')
  for (const [side, keyboard, field, name] of [
    [frame, page, frame.getByRole('textbox', { name: 'Write a message' }), 'Vera'],
    [desk, desk, desk.getByRole('textbox', { name: /^Reply/ }), 'Hanne'],
  ] as const) {
    await field.click()
    await field.pressSequentially(name)
    await field.press('Shift+Enter')
    await field.pressSequentially('writes')
    expect(await line(side, `${name}\nwrites`).count()).toBe(0)
    await field.press('Enter')
    await line(side, `${name}\nwrites`).waitFor()
    await expect.poll(() => field.inputValue()).toBe('')

    const session = await keyboard.context().newCDPSession(keyboard)
    await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
    await expect.poll(() => field.inputValue()).toBe('にほん')
    // As an input method passes it on: a key without a character of its own.
    for (const type of ['rawKeyDown', 'keyUp'] as const) await session.send('Input.dispatchKeyEvent', { type, key: 'Enter' })
    await session.send('Input.insertText', { text: `日本 ${name}` })
    await expect.poll(() => field.inputValue()).toBe(`日本 ${name}`)
    // Safari tells of the Enter only when the composition has ended.
    await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
    expect(await field.inputValue()).toBe(`日本 ${name}`)
    await field.press('Enter')
    await line(side, `日本 ${name}`).waitFor()
    expect(await line(side, 'にほん').count()).toBe(0)

    await field.press('Enter')
    await field.pressSequentially('   ')
    await field.press('Enter')
    expect(await field.inputValue(), 'nothing but spaces is not sent').toBe('   ')
    await field.fill('')
  }
})

test('[A24] a bubble says sending until the server has answered, and never sent before that', async () => {
  const { frame } = await talk('Is it sent?')
  const mark = frame
    .getByRole('log')
    .getByText(/^(Sending|Sent|Seen)$/)
    .last()
  path.hold()
  await say(frame, 'It has arrived and nobody has said so.')
  await expect.poll(() => textsOf(stage)).toContain('It has arrived and nobody has said so.')
  expect(await mark.innerText()).toBe('Sending')
  path.release()
  await expect.poll(() => mark.innerText()).toMatch(/Sent|Seen/)

  path.cut()
  await say(frame, 'It has not arrived.')
  await expect.poll(() => mark.innerText()).toBe('Sending')
  await frame.getByText(/The connection is lost/).waitFor()
  expect(await mark.innerText()).toBe('Sending')
  expect(await textsOf(stage)).not.toContain('It has not arrived.')
  path.mend()
  await tryNow(frame, /The connection is lost/)
  await expect.poll(() => mark.innerText()).toMatch(/Sent|Seen/)
  await line(desk, 'It has not arrived.').waitFor()
  expect((await textsOf(stage)).filter((text) => /arrived/.test(text))).toHaveLength(2)
})

test('[A24] what the server refuses says so and can be sent again', async () => {
  const { frame } = await talk('Will it fail?')
  path.cut()
  await say(frame, 'One more thing')
  await frame.getByText('Sending').waitFor()
  await desk.getByRole('button', { name: 'End', exact: true }).click()
  await desk.getByRole('alertdialog').getByRole('button', { name: 'End conversation' }).click()
  await desk.getByText('You ended the conversation').waitFor()
  path.mend()
  await frame.getByText('Not sent, the conversation had ended.').waitFor()
  await frame.getByRole('button', { name: 'Try again' }).click()
  await frame.getByText(/^(?:Your message has arrived|You are next)$/).waitFor()
  await desk.getByRole('article').filter({ hasText: 'One more thing' }).waitFor()
  expect(await frame.getByText('Not sent, the conversation had ended.').count()).toBe(0)
})

test('[A25] what one person says in one minute stands together, with the time by the clock, and whole on hover', async () => {
  const { frame } = await talk('First')
  const first = new Date()
  await say(frame, 'Second')
  await reply(desk, 'One')
  await reply(desk, 'Two')
  await line(frame, 'Two').waitFor()
  const minutes = new Set([first, new Date()].map((at) => at.getMinutes()))
  const names = frame.getByRole('log').getByText('Hanne Sørensen', { exact: true })
  expect(await names.count(), 'twice only where a minute has begun between them').toBeLessThanOrEqual(minutes.size)
  const time = frame.getByRole('log').getByRole('time').last()
  expect(await time.innerText()).toMatch(/^\d{1,2}:\d\d/)
  const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Lisbon' })
  const now = new Date((await time.getAttribute('datetime')) ?? '')
  expect(await time.getAttribute('title')).toBe(exact.format(now))
  expect(Math.abs(now.getTime() - first.getTime())).toBeLessThan(60_000)
})

test('[A26] addresses become links, on either side, and open elsewhere', async () => {
  const { frame } = await talk('Links')
  await say(frame, 'See https://barroesal.example/bowls?size=34&glaze=tide, or write to hanne@barroesal.example.')
  await reply(desk, 'Also www.example.org')
  for (const side of [frame, desk]) {
    const log = side.getByRole('log')
    const web = log.getByRole('link', { name: 'https://barroesal.example/bowls?size=34&glaze=tide', exact: true })
    await web.waitFor()
    expect(await web.getAttribute('href')).toBe('https://barroesal.example/bowls?size=34&glaze=tide')
    expect(await web.getAttribute('target')).toBe('_blank')
    expect(await web.getAttribute('rel')).toContain('noopener')
    const mail = log.getByRole('link', { name: 'hanne@barroesal.example', exact: true })
    expect(await mail.getAttribute('href')).toBe('mailto:hanne@barroesal.example')
    expect(await log.getByRole('link', { name: 'www.example.org' }).getAttribute('href')).toBe('https://www.example.org')
  }
})

test('[A26][H7] whatever somebody writes is shown as what it is, text, on either side', async () => {
  const { page, frame } = await talk('Hostile')
  for (const text of HOSTILE) {
    await say(frame, text)
    await line(desk, text).first().waitFor()
    await reply(desk, text)
    await line(frame, text).nth(1).waitFor()
  }
  await desk.getByRole('textbox', { name: /^Reply/ }).fill('The end')
  await desk.keyboard.press('Enter')
  await line(frame, 'The end').waitFor()
  for (const side of [frame, desk]) {
    const log = side.getByRole('log')
    expect(await log.locator('script, img, b, iframe, style, form, input').count()).toBe(0)
    expect(await log.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([])
  }
  const hacked = [desk, page].flatMap((one) => one.frames()).map((each) => each.evaluate(() => 'hacked' in window))
  expect(await Promise.all(hacked)).toEqual([false, false, false])
})

test('[H7] a message of 8,000 characters goes out whole, a longer one is refused before it is sent', async () => {
  const { frame } = await talk('Long')
  const long = '😀'.repeat(LONGEST - 4) + ' end'
  await say(frame, long)
  await line(desk, long).waitFor()
  await reply(desk, long)
  await line(frame, long).nth(1).waitFor()

  const before = (await textsOf(stage)).length
  const written = frame.getByRole('textbox', { name: 'Write a message' })
  await say(frame, `${long}!`)
  await frame.getByRole('alert').getByText('This has 8,001 characters, 8,000 can be sent at once.', { exact: false }).waitFor()
  expect(await written.inputValue(), 'it is still there to be shortened').toBe(`${long}!`)
  await reply(desk, `${long}!`)
  await desk.getByText('1 character too many').waitFor()
  expect((await textsOf(stage)).length).toBe(before)
  await written.fill(long)
  await written.press('Enter')
  await expect.poll(async () => (await textsOf(stage)).length).toBe(before + 1)
})

const HOSTILE = [
  '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">',
  '<b>bold</b> &lt;i&gt; &#x41; <style>* { display: none }</style>',
  'javascript:window.hacked=1',
  'data:text/html,<script>window.hacked=1</script>',
  'https://barroesal.example/\u202emoc.elgoog',
  "'; drop table line; --",
  '{{constructor.constructor("window.hacked=1")()}} ${window.hacked=1}',
  '\u202e reversed \u2066 isolated, never closed',
]

test('[E13][E14][CR8][CR9][CR10][CR11][CR12] two colons bring a canned response with the visitor’s name in it, a line at the beginning what one can do here', async () => {
  const { frame } = await talk('It arrived with a crack.')
  await desk.goto(`${stage.url}/settings/canned`)
  await desk.getByRole('button', { name: 'New response' }).click()
  await desk.getByLabel('Shortcut').fill('replace')
  await desk
    .getByRole('textbox', { name: 'Text', exact: true })
    .fill('I am sorry, {{firstName|dear customer}}. For {{email}} we replace it.')
  await desk.getByText('I am sorry, Adaeze. For adaeze@example.org we replace it.').waitFor()
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await desk.getByText('Saved', { exact: true }).waitFor()
  await desk.getByRole('heading', { name: '::replace' }).waitFor()

  await desk.goto(`${stage.url}/inbox`)
  await desk.getByRole('link', { name: /It arrived with a crack/ }).click()
  const field = desk.getByRole('textbox', { name: /^Reply/ })
  await field.click()
  await field.pressSequentially('Oh. ::rep')
  await desk.getByRole('option', { name: /^::replace/ }).waitFor()
  await field.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('Oh. I am sorry, dear customer. For [E-mail] we replace it.')
  // What is not known is selected: it is written over, not sent.
  await field.pressSequentially('you')
  await field.press('Enter')
  await line(frame, 'Oh. I am sorry, dear customer. For you we replace it.').waitFor()

  await field.pressSequentially('/no')
  await desk.getByRole('option', { name: /^\/note/ }).waitFor()
  await field.press('Tab')
  await desk.getByRole('textbox', { name: /^Note/ }).waitFor()
  expect(await frame.getByText('/no').count()).toBe(0)
})

/** A visitor who has asked, and is answered by the desk. */
async function talk(question: string): Promise<{ page: Page; frame: FrameLocator }> {
  const { page } = await stage.device()
  await page.goto(shop.url)
  const frame = await ask(page, question)
  await accept(desk, question)
  await frame.getByText('Hanne joined').waitFor()
  return { page, frame }
}

async function textsOf({ server }: Stage): Promise<string[]> {
  const rows = await server.store.reads.selectFrom('line').select('text').where('kind', '=', 'message').execute()
  return rows.map(({ text }) => text)
}
