import { post } from '@portico/testkit/site'
import type { Page } from 'playwright-core'
import type { House } from './house.ts'
import { openWiredDesk } from './inbox-scenes.ts'
import type { Scene } from './scene.ts'

/** The log of security. */
export const securityScenes: readonly Scene[] = [
  {
    name: 'console/security',
    house: 'lived',
    show: async (house) => {
      const typed = { email: 'hanne@example.org', password: 'guessed' }
      for (let i = 0; i < 3; i++) await post(house.place, '/api/session', typed, { 'x-forwarded-for': '203.0.113.9' })
      return { page: await openLog(house) }
    },
  },
  {
    name: 'console/security-empty',
    house: 'lived',
    show: async (house) => {
      const page = await openLog(house)
      await page.getByLabel('What happened').selectOption('restored')
      await page.getByText('Nothing of the kind').waitFor()
      return { page }
    },
  },
  {
    name: 'console/security-failed',
    house: 'lived',
    show: async (house) => {
      const { page } = await openWiredDesk(house)
      await page.route(/\/api\/security/, (route) => route.fulfill({ status: 500, body: '' }))
      await page.goto(`${house.url}/settings/security`)
      await page.getByText('The log could not be loaded').waitFor()
      return { page }
    },
  },
]

async function openLog(house: House): Promise<Page> {
  const page = await house.desk('/settings/security')
  await page.getByRole('rowheader').first().waitFor()
  return page
}
