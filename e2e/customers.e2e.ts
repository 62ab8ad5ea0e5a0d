import { signFor, type SiteKey } from '@portico/server/customers/testing-sign'
import type { IdentityKeyId } from '@portico/protocol/ids'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsIn } from './axe.ts'
import { accept, makeOwner, publish, sitDown, type Account } from './desk.ts'
import { ask, openStage, widget, type Stage } from './stage.ts'
import { line, open } from './visit.ts'

let stage: Stage
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
})
afterAll(() => stage.close())

const identify = (page: Page, token: string) =>
  page.evaluate(
    (given) =>
      window.portico?.('identify', given).then(
        () => 'taken',
        (error: Error) => error.message,
      ),
    token,
  )

test('[CU3][CU9][CU10][CU12][CU14] a site identifies its customer; whoever comes after him finds an empty window', async () => {
  const desk = await sitDown(stage, owner)
  await desk.page.goto(`${stage.url}/settings/channels/main?section=customers`)
  await desk.page.getByRole('button', { name: 'Make a secret' }).click()
  const secret = await desk.page.getByRole('textbox', { name: 'Secret' }).inputValue()
  await desk.page.getByRole('button', { name: 'Done' }).click()
  await desk.page.getByRole('table').getByText('Shared secret').waitFor()
  expect(await violationsIn(desk.page)).toEqual([])
  const key: SiteKey = { key: 'from-the-screen' as IdentityKeyId, secret } // nobody asks for its id
  const tokenOf = (sub: string, name: string) => signFor(key, { sub, name, at: Date.now(), attributes: { plan: 'gold' } })

  const { page, errors } = await stage.device()
  await page.goto(stage.shop.url)
  expect(await identify(page, 'nothing')).toContain('identifies nobody')
  expect(await identify(page, await tokenOf('u-1', 'Vera Lindqvist'))).toBe('taken')
  await ask(page, 'Where is my vase?')
  await desk.page.goto(`${stage.url}/inbox`)
  await accept(desk.page, 'Where is my vase?')
  await desk.page.getByRole('heading', { name: 'Vera Lindqvist' }).first().waitFor()
  await desk.page.getByText('u-1').waitFor()
  await desk.page.getByText('gold').waitFor()
  await desk.page.getByRole('button', { name: 'Unlink' }).click()
  await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Unlink' }).click()
  await desk.page.getByText('u-1').waitFor({ state: 'hidden' })

  // Somebody else signs in on the same device, and later out.
  await identify(page, await tokenOf('u-2', 'Nora'))
  await expect.poll(() => line(widget(page), 'Where is my vase?').count()).toBe(0)
  await open(page)
  await ask(page, 'I am Nora')
  expect(await line(widget(page), 'Where is my vase?').count()).toBe(0)
  await page.evaluate(() => window.portico?.('logout'))
  await (await open(page)).getByRole('textbox').last().waitFor()
  await expect.poll(() => line(widget(page), 'I am Nora').count()).toBe(0)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  expect(errors).toEqual([])
})

test('[CU11][CU13][CU15] where a channel is for customers others are told to sign in; first words go out when it is known whose they are', async () => {
  await publish(stage, owner, { identification: 'required' })
  const { page, errors } = await stage.device()
  await page.goto(stage.shop.url)
  const frame = await open(page)
  await frame.getByText('sign in on this site first').waitFor()
  expect(await frame.getByRole('textbox').filter({ visible: true }).count()).toBe(0)
  const made = await fetch(`${stage.url}/api/channels/main/identity-keys`, {
    method: 'POST',
    headers: { cookie: owner.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'secret' }),
  })
  const key = (await made.json()) as SiteKey // the route's answer
  expect(await identify(page, await signFor(key, { sub: 'u-3', at: Date.now() }))).toBe('taken')
  await ask(page, 'Only for customers')
  await expect
    .poll(() =>
      stage.server.store.reads
        .selectFrom('line')
        .select('id')
        .execute()
        .then((rows) => rows.length),
    )
    .toBeGreaterThan(0)
  await expect.poll(() => frame.getByText('Not sent').count()).toBe(0)
  expect(errors).toEqual([])
})
