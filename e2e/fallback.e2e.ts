import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, makeOwner, reply, sitDown, type Account } from './desk.ts'
import { openPath } from './path.ts'
import { openShop } from './shop.ts'
import { ask, openStage, type Stage } from './stage.ts'
import { bubbles, line, say } from './visit.ts'

let stage: Stage
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
})
afterAll(() => stage.close())

test.each([
  ['streamed POST', ['/socket'], '/stream'],
  ['long poll', ['/socket', '/stream'], '/poll'],
])('[A24][C1] the same conversation over the %s where a proxy lets nothing better through', async (_name, blocked, carrier) => {
  const path = await openPath(stage.url)
  path.block(...blocked)
  const shop = await openShop(path.url)
  const { page: desk, errors: deskErrors } = await sitDown(stage, owner, { at: path.url })
  const { page, errors } = await stage.device()
  await page.goto(shop.url)
  const frame = await ask(page, `Can you hear me over ${carrier}?`)
  await accept(desk, `Can you hear me over ${carrier}?`)
  for (const words of ['one', 'two', 'three']) {
    await reply(desk, `${words} from the desk`)
    await say(frame, `${words} from the shop`)
    await line(frame, `${words} from the desk`).waitFor()
    await line(desk, `${words} from the shop`).waitFor()
  }
  await expect.poll(() => frame.getByText('Sending').count()).toBe(0)
  const texts = async (side: typeof frame | typeof desk) => (await bubbles(side.getByRole('log'))).toSorted()
  await expect.poll(() => texts(desk)).toEqual(await texts(frame))

  // Both live through a break too.
  path.cut()
  await say(frame, 'four from the shop')
  path.mend()
  await line(desk, 'four from the shop').waitFor()
  await desk.getByRole('button', { name: 'End', exact: true }).click()
  await desk.getByRole('alertdialog').getByRole('button', { name: 'End conversation' }).click()
  await frame.getByText(/^Hanne ended the conversation at/).waitFor()
  const asked = new Set(path.asked())
  const carriers = ['GET /socket', 'POST /stream', 'POST /poll', 'POST /commands'].filter((request) => asked.has(request))
  expect(carriers).toEqual([
    'GET /socket',
    ...blocked.slice(1).map((each) => `POST ${each}`),
    `POST ${carrier}`,
    'POST /commands',
  ])
  expect({ errors, deskErrors, faults: stage.faults }).toEqual({ errors: [], deskErrors: [], faults: [] })
  path.close()
  shop.close()
})
