import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, makeOwner, openSetting, reply } from './desk.ts'
import { openShop } from './shop.ts'
import { ask, openStage, PASSWORD, widgetButton, type Stage } from './stage.ts'
import { openSubPath, type SubPath } from './sub-path.ts'
import { line } from './visit.ts'

let stage: Stage
let chat: SubPath
beforeAll(async () => {
  stage = await openStage()
  chat = await openSubPath(stage.url, '/chat')
  await makeOwner(stage)
})
afterAll(async () => {
  chat.close()
  await stage.close()
})

test('[WG90] below a path of a proxy console, widget, preview and sockets are all there, and nothing is asked for elsewhere', async () => {
  const { page: desk, errors } = await stage.device()
  const sockets: string[] = []
  desk.on('websocket', (socket) => sockets.push(socket.url()))
  await desk.goto(`${chat.url}/settings/team`)
  await desk.getByLabel('E-mail').fill('hanne@example.org')
  await desk.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await desk.getByRole('button', { name: 'Sign in' }).click()
  // To where one wanted to go.
  await desk.getByRole('heading', { name: 'Team' }).waitFor()
  await desk.getByRole('link', { name: 'Inbox' }).first().click()
  await desk.getByRole('heading', { name: 'Inbox' }).waitFor()
  expect(new URL(desk.url()).pathname).toBe('/chat/inbox')

  const shop = await openShop(chat.url)
  const { page } = await stage.device()
  page.on('websocket', (socket) => sockets.push(socket.url()))
  await page.goto(shop.url)
  const frame = await ask(page, 'Do you glaze by hand?')
  await accept(desk, 'Do you glaze by hand?')
  await reply(desk, 'Each one.')
  await line(frame, 'Each one.').waitFor()

  // A page of the console that is loaded anew deep below, its files and its socket.
  await desk.reload()
  await line(desk, 'Each one.').waitFor()
  expect(new URL(desk.url()).pathname).toMatch(/^\/chat\/inbox\/.+/)
  const own = chat.url.replace('http', 'ws')
  expect(sockets.length).toBeGreaterThanOrEqual(3)
  expect(sockets.filter((url) => url !== `${own}/socket`)).toEqual([])

  await openSetting(desk, 'Channels')
  await desk.getByRole('link', { name: 'Website' }).click()
  await desk.getByRole('link', { name: 'Snippet' }).click()
  expect(await desk.getByRole('textbox', { name: 'Snippet' }).inputValue()).toContain(`src="${chat.url}/portico.js"`)

  await page.goto(`${chat.url}/preview`)
  await widgetButton(page).waitFor()
  expect(chat.astray()).toEqual([])
  expect(errors).toEqual([])
  shop.close()
})
