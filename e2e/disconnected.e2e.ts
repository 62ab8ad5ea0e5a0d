import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, makeOwner, reply, sitDown, type Account } from './desk.ts'
import { openPath, type Path } from './path.ts'
import { ask, openStage, type Stage } from './stage.ts'
import { line, say, tryNow } from './visit.ts'

/** After the browser's own word. */
const SAID_MS_MAX = 5000

let stage: Stage
let path: Path
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  path = await openPath(stage.url)
  owner = await makeOwner(stage)
})
afterAll(async () => {
  path.close()
  await stage.close()
})

test('[E24] an operator without a connection is told since when, and what is written goes out when it is back', async () => {
  const { page: desk, errors } = await sitDown(stage, owner, { at: path.url })
  const { page: shop } = await stage.device()
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'Is anybody there?')
  await accept(desk, 'Is anybody there?')
  await reply(desk, 'I am.')
  await line(frame, 'I am.').waitFor()
  expect(await desk.getByText(/^Connection lost at/).count()).toBe(0)

  path.cut()
  await desk.getByText(/^Connection lost at \d{1,2}:\d\d\.$/).waitFor()
  await desk.getByText(/What you write is kept and goes out when it is back\./).waitFor()
  await reply(desk, 'The line is dead.')
  await reply(desk, 'I keep writing.')
  await desk.getByText('Goes out when the connection is back').first().waitFor()
  await say(frame, 'I can wait.')
  await frame.getByText('Sent', { exact: true }).waitFor()
  expect(await line(frame, 'The line is dead.').count()).toBe(0)
  expect(await line(desk, 'I can wait.').count()).toBe(0)

  // Even a page load in between loses nothing.
  path.mend()
  await desk.reload()
  await line(desk, 'I can wait.').waitFor()
  await line(desk, 'I keep writing.').waitFor()
  await line(frame, 'The line is dead.').waitFor()
  await line(frame, 'I keep writing.').waitFor()
  const said = await frame.getByRole('log').innerText()
  expect(said.indexOf('The line is dead.')).toBeLessThan(said.indexOf('I keep writing.'))

  path.cut()
  await desk.getByText(/^Connection lost at/).waitFor()
  path.mend()
  await tryNow(desk, /^Connection lost at/)
  await desk.getByText(/^Connection lost at/).waitFor({ state: 'hidden' })
  await say(frame, 'Welcome back.')
  await line(desk, 'Welcome back.').waitFor()
  expect(errors).toEqual([])
})

test('[CL56][WG40] when the browser says that there is no network, both sides say so, keep the words, and go on by themselves', async () => {
  const { page: desk, context: office } = await sitDown(stage, owner)
  const { page: shop, context: home } = await stage.device()
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'Is the line good?')
  await accept(desk, 'Is the line good?')
  for (const [context, words] of [
    [home, frame.getByText(/The connection is lost\. Your words are kept\./)],
    [office, desk.getByText(/What you write is kept and goes out when it is back\./)],
  ] as const) {
    await context.setOffline(true)
    await words.waitFor({ timeout: SAID_MS_MAX })
    if (context === home) await say(frame, 'Written in a tunnel.')
    else await reply(desk, 'Written in a lift.')
    await context.setOffline(false)
    await words.waitFor({ state: 'hidden' })
  }
  await line(desk, 'Written in a tunnel.').waitFor()
  await line(frame, 'Written in a lift.').waitFor()
})

test('[E24] an operator sees that the visitor has left, since when, and that he is back', async () => {
  const { page: desk, errors } = await sitDown(stage, owner, { at: path.url })
  const { page: shop } = await stage.device()
  await shop.goto(stage.shop.url)
  const frame = await ask(shop, 'I am off in a minute.')
  await accept(desk, 'I am off in a minute.')
  const away = desk.getByText(/(is not connected|has been away since \d{1,2}:\d\d)\. Your answer waits until the next visit\.$/)
  await reply(desk, 'Have you seen the mugs?')
  await line(frame, 'Have you seen the mugs?').waitFor()
  expect(await away.count()).toBe(0)

  await shop.goto('about:blank')
  await away.waitFor()
  await reply(desk, 'They are new.')
  await desk.reload()
  await away.waitFor()

  // He comes back while the operator has no connection: no mark of his absence is left.
  path.cut()
  await desk.getByText(/^Connection lost at/).waitFor()
  await shop.goto(stage.shop.url)
  await line(frame, 'They are new.').waitFor()
  path.mend()
  await tryNow(desk, /^Connection lost at/)
  await away.waitFor({ state: 'hidden' })
  await say(frame, 'Lovely.')
  await line(desk, 'Lovely.').waitFor()
  expect(errors).toEqual([])
})
