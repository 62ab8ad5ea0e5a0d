import type { Page } from 'playwright-core'
import { widget } from '../stage.ts'
import { openShop } from '../shop.ts'
import type { House } from './house.ts'
import type { Talk } from './talk.ts'
import { openWire, type Wire } from './wire.ts'

type Visit = {
  /** Of the snippet. */
  attributes?: string
  channel?: string
  lang?: string
  /** Whose conversation this browser has begun before, and how he left the window. */
  talk?: Talk
  state?: 'open' | 'closed' | 'minimised'
  width?: number
}

/** Somebody's browser at the shop. */
export async function visitShop(
  house: House,
  { talk, state = 'open', width = 1440, ...snippet }: Visit = {},
): Promise<{ page: Page; wire: Wire; stop: () => void }> {
  const shop = await openShop(house.url, { ...house.furniture, ...snippet })
  const { page } = await house.device({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  const wire = await openWire(page)
  if (talk) {
    const kept = JSON.stringify({ state, unread: 0, unsent: false })
    await page.addInitScript(
      ([chat, token, kept]) => {
        if (location.origin === chat) localStorage.setItem('portico.token', token)
        else localStorage.setItem('portico', kept)
      },
      [house.url, talk.visitor.token, kept] as const,
    )
  }
  await page.goto(shop.url)
  await page.locator('portico-chat').waitFor({ state: 'attached' })
  return { page, wire, stop: shop.close }
}

/** The same with the window open at a conversation. */
export async function visitTalk(house: House, talk: Talk, text: string, visit: Omit<Visit, 'talk'> = {}) {
  const visited = await visitShop(house, { ...visit, talk })
  await widget(visited.page).getByText(text).last().waitFor()
  return visited
}
