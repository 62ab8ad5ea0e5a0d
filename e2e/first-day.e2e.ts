import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, sitDown, type Account } from './desk.ts'
import { openStage, PASSWORD, type Stage } from './stage.ts'

/** From a clone to the first answer: commands, clicks and fields; it were ten before. */
const STEPS_MAX = 8
const PAGE = join(import.meta.dirname, '../docs/first-day.md')

let stage: Stage
let desk: Page
beforeAll(async () => {
  stage = await openStage()
  desk = (await stage.device({ viewport: { width: 1440, height: 900 } })).page
})
afterAll(() => stage.close())

test('[CO98][H4] from the clone to the first answered conversation it takes eight steps, which the documents list', async () => {
  const steps = countSteps()
  // The stage has done so; what it prints is a link.
  steps.command('git clone … portico && cd portico && npm start')
  await steps.click('the link that it prints', () => desk.goto(`${stage.url}/setup#token=${stage.server.setupToken ?? ''}`))
  await steps.field(desk.getByLabel('Your name'), 'Hanne Sørensen')
  await steps.field(desk.getByLabel('E-mail'), 'hanne@barroesal.example')
  expect(await desk.getByLabel('Name of the site').inputValue()).toBe('barroesal.example')
  await steps.field(desk.getByLabel('Password', { exact: true }), PASSWORD, 'Enter')
  await desk.getByRole('heading', { name: 'Welcome to barroesal.example' }).waitFor()
  expect(await desk.getByLabel('Snippet').inputValue()).toContain(`src="${stage.url}/portico.js"`)

  const shop = desk.frameLocator('iframe[title="The visitor’s side"]')
  const visitor = shop.frameLocator('iframe')
  await steps.field(messageOf(visitor), 'Is the bowl dishwasher safe?', 'Enter')
  await steps.click('Accept', () => desk.getByRole('button', { name: /^Accept/ }).click())
  await steps.field(desk.getByRole('textbox', { name: /^Reply/ }), 'It is.', 'Enter')
  await visitor.getByText('It is.', { exact: true }).waitFor()

  expect(steps.all.length).toBeLessThanOrEqual(STEPS_MAX)
  const listed = readFileSync(PAGE, 'utf8').match(/^\d+\. .*$/gm) ?? []
  expect(listed.map((line) => line.replace(/^\d+\. (\w+): .*$/, '$1'))).toEqual(steps.all.map(({ kind }) => kind))
  expect(stage.faults).toEqual([])
})

test('[CO99] what is still to be set up stands under the list until it is done or sent away', async () => {
  const bar = desk.getByRole('complementary').filter({ hasText: 'set up' })
  await bar.getByText('2 of 4 set up').waitFor()
  await bar.getByText('Next: Put it on your site').waitFor()
  await desk.reload()
  await bar.getByText('2 of 4 set up').waitFor()
  await bar.getByRole('link').click()
  await desk.getByRole('heading', { name: 'Welcome to barroesal.example' }).waitFor()
  await bar.getByRole('button', { name: 'Do not show this list again' }).click()
  await desk.getByText('Choose a conversation').waitFor()
  await desk.reload()
  await desk.getByRole('button', { name: 'Mine' }).waitFor()
  expect(await bar.count()).toBe(0)
})

test('[CO100] whoever was invited to answer is welcomed with whose questions he answers, once', async () => {
  const owner = await ownerOf(desk)
  const { page } = await sitDown(stage, await hire(stage, owner, 'Yuto Nakamura'))
  await page.getByRole('heading', { name: 'Welcome, Yuto Nakamura' }).waitFor()
  await page.getByText('You answer the visitors of Website.').waitFor()
  expect(await page.getByRole('link', { name: 'Invite' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Understood' }).click()
  await page.getByText('Choose a conversation').waitFor()
  await page.reload()
  await page.getByText('Choose a conversation').waitFor()
})

test('[CO102] at 320 px the tabs of a channel scroll, say so, and the current one is in sight', async () => {
  await desk.setViewportSize({ width: 320, height: 640 })
  await desk.goto(`${stage.url}/settings/channels/main?section=snippet`)
  const tabs = desk.getByRole('navigation', { name: 'Settings of this channel' })
  const current = tabs.locator('[aria-current]')
  await expect.poll(async () => isInside(await current.boundingBox(), await tabs.boundingBox())).toBe(true)
  await expect.poll(() => tabs.getAttribute('data-before')).toBe('true')
  await tabs.getByRole('link').first().click()
  await expect.poll(() => tabs.getAttribute('data-after')).toBe('true')
  expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

type Step = { kind: 'command' | 'click' | 'field'; what: string }

/** What somebody does by hand. Enter at the end of what he types is no step of its own. */
function countSteps() {
  const all: Step[] = []
  return {
    all,
    command: (what: string) => void all.push({ kind: 'command', what }),
    click: async (what: string, run: () => Promise<unknown>) => {
      all.push({ kind: 'click', what })
      await run()
    },
    field: async (field: Locator, text: string, end?: 'Enter') => {
      all.push({ kind: 'field', what: text })
      await field.fill(text)
      if (end) await field.press(end)
    },
  }
}

const messageOf = (frame: FrameLocator) => frame.getByRole('textbox').last()

async function ownerOf(page: Page): Promise<Account> {
  const [cookie] = await page.context().cookies(stage.url)
  return { id: '' as Account['id'], cookie: `${cookie?.name}=${cookie?.value}` } // only the cookie is asked for
}

type Box = { x: number; width: number } | null
const isInside = (inner: Box, outer: Box): boolean =>
  inner !== null && outer !== null && inner.x >= outer.x - 1 && inner.x + inner.width <= outer.x + outer.width + 1
