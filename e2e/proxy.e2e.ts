import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, makeOwner, sitDown, type Account } from './desk.ts'
import { openStage, type Stage } from './stage.ts'

// As whatever stands in front of the server would write it.
const FORWARDED = { extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.9' } }

let stage: Stage
let owner: Account
beforeAll(async () => {
  stage = await openStage()
  owner = await makeOwner(stage)
})
afterAll(() => stage.close())

test('[WR8] the owner is told that his proxy is not trusted, until he says later; operators are not', async () => {
  const { page, errors } = await sitDown(stage, owner, FORWARDED)
  const banner = page.getByText(/^The proxy at (127\.0\.0\.1|::1) is not trusted\.$/)
  await banner.waitFor()
  await page.getByText('PORTICO_TRUSTED_PROXIES').waitFor()
  await page.getByRole('button', { name: 'Later' }).click()
  await banner.waitFor({ state: 'hidden' })

  const { page: operators } = await sitDown(stage, await hire(stage, owner, 'Ann Lund'), FORWARDED)
  const { page: direct } = await sitDown(stage, owner)
  for (const each of [operators, direct]) expect(await each.getByText('is not trusted').count()).toBe(0)
  expect(errors).toEqual([])
})
