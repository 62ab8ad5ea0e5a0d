import type { Page } from 'playwright-core'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, PASSWORD, setUp, type Stage } from './stage.ts'

const STEP_MS = 30_000

let stage: Stage
let page: Page
beforeAll(async () => {
  stage = await openStage()
  page = (await stage.device()).page
  await setUp(stage, page)
})
afterAll(() => stage.close())

// Each goes on where the one before it ended.

let secret = ''
let recoveryCodes: string[] = []

test('[AU38] the owner sets up his second factor from the picture, and is given recovery codes once', async () => {
  await page.goto(`${stage.url}/settings/sign-in`)
  await page.getByRole('button', { name: 'Set up' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Current password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await dialog.getByRole('img', { name: 'Picture for the authenticator' }).waitFor()
  secret = (await dialog.locator('code').textContent()) ?? ''
  await dialog.getByLabel('Code', { exact: true }).fill(codeAt(Date.now()))
  await dialog.getByRole('button', { name: 'Switch on' }).click()
  recoveryCodes = (await dialog.getByLabel('Recovery codes').inputValue()).split('\n')
  expect(recoveryCodes).toHaveLength(10)
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('10 recovery codes left').waitFor()
})

test('[AU40] from then on the password asks for the code, and a code that was used opens nothing', async () => {
  await signOut()
  await signIn()
  await enter('000000')
  await page.getByRole('alert').getByText('This code is not right').waitFor()
  await enter(codeAt(Date.now() + STEP_MS))
  await page.getByRole('heading', { name: 'Inbox' }).waitFor({ state: 'attached' })
})

test('[AU38] where the telephone is gone, a recovery code lets him in', async () => {
  await signOut()
  await signIn()
  await enter(recoveryCodes[0] ?? '')
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor({ state: 'detached' })
  await page.goto(`${stage.url}/settings/sign-in`)
  await page.getByText('9 recovery codes left').waitFor()
})

async function signOut(): Promise<void> {
  await page.goto(`${stage.url}/settings/device`)
  await page.getByRole('button', { name: 'Sign out' }).first().click()
}

async function signIn(): Promise<void> {
  await page.getByLabel('E-mail').fill('hanne@example.org')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor()
}

async function enter(code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

const codeAt = (timestamp: number): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
