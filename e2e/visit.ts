import type { FrameLocator, Locator, Page } from 'playwright-core'
import { widget } from './stage.ts'

/** What window.portico is, in every page of a test. */
export type { Portico } from '../packages/widget/src/portico-api.ts'

/** Opens the widget by the page's own API. */
export async function open(page: Page): Promise<FrameLocator> {
  await page.evaluate(() => window.portico?.('open'))
  return widget(page)
}

/** Writes one more message. */
export async function say(frame: FrameLocator, text: string): Promise<void> {
  const field = frame.getByRole('textbox', { name: 'Write a message' })
  await field.fill(text)
  await field.press('Enter')
}

/** What stands in the conversation, in the widget as in the console. */
export const line = (side: FrameLocator | Page, text: string): Locator => side.getByRole('log').getByText(text, { exact: true })

/** Everything that was said within, as it stands on a screen. A bubble without words says that somebody types. */
export const bubbles = (within: Locator): Promise<string[]> =>
  within.locator('[class*=bubble]').filter({ hasText: /\S/ }).allTextContents()

/** Presses the button of the banner that says so. It also tries by itself, and may be back before anybody has pressed. */
export const tryNow = (side: FrameLocator | Page, banner: RegExp): Promise<void> =>
  Promise.race([side.getByRole('button', { name: 'Try now' }).click(), side.getByText(banner).waitFor({ state: 'hidden' })])
