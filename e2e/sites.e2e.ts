import { MAIN } from '@portico/testkit/person'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOwner, publish, type Account } from './desk.ts'
import { openShop, type Shop } from './shop.ts'
import { openStage, widgetButton, type Stage } from './stage.ts'
import { open } from './visit.ts'

let stage: Stage
let owner: Account
let elsewhere: Shop
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
  elsewhere = await openShop(stage.url)
  await list(new URL(stage.shop.url).host)
})
afterAll(async () => {
  elsewhere.close()
  await stage.close()
})

test('[CH44][WG46] a page of another site shows no chat and says why; one that is listed does, and so does the preview', async () => {
  const { page, errors } = await stage.device()
  await page.goto(stage.shop.url)
  await widgetButton(page).waitFor()
  await (await open(page)).getByRole('textbox').last().waitFor()

  const said = linesOf(page)
  await page.goto(elsewhere.url)
  await expect.poll(() => said()).toHaveLength(1)
  expect(said()[0]).toMatch(/^Portico: this site is not among those that may carry the chat/)
  expect(await widgetButton(page).count()).toBe(0)
  expect(await page.locator('portico-chat').count()).toBe(0)

  await page.goto(`${stage.url}/preview`)
  await widgetButton(page).waitFor()
  expect(errors).toEqual([])
})

test('[CH45] a browser shows the frame on no other page, whatever script put it there', async () => {
  const { page } = await stage.device()
  const saysReady = async (at: string, channel: string) => {
    await page.goto(at)
    return page.evaluate(
      ([url, patienceMs]) =>
        new Promise<boolean>((resolve) => {
          addEventListener('message', ({ data }) => data === 'portico-frame-ready' && resolve(true))
          const frame = document.createElement('iframe')
          frame.addEventListener('load', () => setTimeout(() => resolve(false), patienceMs))
          frame.src = url
          document.body.append(frame)
        }),
      [`${stage.url}/frame?channel=${channel}`, 3000] as const,
    )
  }
  expect(await saysReady(stage.shop.url, MAIN)).toBe(true)
  expect(await saysReady(elsewhere.url, MAIN)).toBe(false)
  await list()
  expect(await saysReady(elsewhere.url, MAIN)).toBe(true)
})

const list = (...sites: string[]) => publish(stage, owner, { sites })

function linesOf(page: Page): () => readonly string[] {
  const lines: string[] = []
  page.on('console', (message) => {
    if (message.text().startsWith('Portico:')) lines.push(message.text())
  })
  return () => lines
}
