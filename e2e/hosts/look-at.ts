import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { widget, type Stage } from '../stage.ts'
import type { Answering } from './answering.ts'
import { CHECKS } from './checks.ts'
import type { Host } from './host.ts'

const CHECK_MS_MAX = 10_000
/** What browsers and zone.js put there by themselves. */
const NOT_OURS = /^\d+$|^__zone_symbol__/

type Given = { stage: Stage; at: string; ann: Answering; host: Host }

/** All checks on one page, in a browser of its own; answers with what was found wrong, by check, so that one look shows all. */
export async function lookAt({ stage, at, ann, host: { name } }: Given): Promise<Record<string, string>> {
  const { page, context, errors } = await stage.device()
  page.setDefaultTimeout(CHECK_MS_MAX)
  await page.addInitScript(watchLayout)
  await page.goto(`${at}/${name}/?bare`)
  const bare = await globalsOf(page)
  await page.goto(`${at}/${name}/`)
  const found: Record<string, string> = {}
  for (const [check, look] of Object.entries(CHECKS)) {
    try {
      await look({ page, frame: widget(page), ann, chat: stage.url, name })
      expect(await harmOf(page)).toEqual({ chats: 1, inert: 0, complaints: [] })
      if (check === 'open') {
        expect(await page.evaluate(() => window.shifts)).toEqual([])
        expect((await globalsOf(page)).filter((one) => !bare.includes(one))).toEqual(['portico'])
      }
    } catch (error) {
      found[check] = String(error)
    }
  }
  await ann.end()
  await context.close()
  return errors.length > 0 ? { ...found, errors: errors.join('\n') } : found
}

const globalsOf = async (page: Page): Promise<string[]> =>
  (await page.evaluate(() => Object.getOwnPropertyNames(window))).filter((one) => !NOT_OURS.test(one))

const harmOf = (page: Page) =>
  page.evaluate(() => ({
    chats: document.querySelectorAll('portico-chat').length,
    inert: document.querySelectorAll('[inert], [aria-hidden]').length,
    complaints: window.complaints ?? [],
  }))

function watchLayout(): void {
  window.shifts = []
  new PerformanceObserver((list) => {
    window.shifts.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value)) // of a layout shift
  }).observe({ type: 'layout-shift', buffered: true })
}
