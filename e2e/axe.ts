import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Frame, Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
  // Each frame is looked at by itself: axe cannot reach into those of another site.
  iframes: false,
  elementRef: false,
}

/** What axe finds against WCAG 2.2 AA in a page, its shadow roots and its frames; in words, nothing when all is well. */
export async function violationsIn(page: Page): Promise<readonly string[]> {
  const found = await Promise.all(page.frames().map(violationsInFrame))
  return found.flat()
}

async function violationsInFrame(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(SOURCE)
  const { violations } = await frame.evaluate(
    (options) => (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(options), // put there above
    OPTIONS,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)}: ${failureSummary ?? ''}`.replaceAll(/\s+/g, ' ')),
  )
}
