import type { Page } from 'playwright-core'

/** Turns to another tab; page.bringToFront() comes back. Until now Playwright let the page believe that it had the focus. */
export async function lookAway(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const enabled of [true, false]) await session.send('Emulation.setFocusEmulationEnabled', { enabled })
  const elsewhere = await page.context().newPage()
  await elsewhere.bringToFront()
  await page.waitForFunction(() => !document.hasFocus())
}
