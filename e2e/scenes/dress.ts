import type { ElementHandle, Frame, Page } from 'playwright-core'

export type Dress = { width: number; height: number; theme: 'light' | 'dark' }

/** Shows a page in a size and a theme; done when it and its frames have drawn themselves anew. */
export async function dress(page: Page, { width, height, theme }: Dress): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: theme })
  for (const frame of page.frames()) await settle(frame)
}

// A frame of another site is laid out by a process of its own, and follows later; one that is not shown draws nothing.
async function settle(frame: Frame): Promise<void> {
  if (frame.parentFrame()) {
    const element = (await frame.frameElement()) as ElementHandle<HTMLIFrameElement> // what a frame stands in
    if (!(await element.isVisible())) return
    await frame.waitForFunction((fit) => innerWidth === fit, await element.evaluate(({ clientWidth }) => clientWidth))
  }
  await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}
