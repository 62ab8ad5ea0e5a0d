import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

/** What the page of the console names, compressed: its start, and what is seen first. */
const START_BYTES_MAX = 240 * 1024

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('what names other files is asked for anew, and those are kept for good', async () => {
  const read = async (path: string) => {
    const response = await fetch(`${stage.url}${path}`)
    return {
      text: await response.text(),
      cache: response.headers.get('cache-control'),
      policy: response.headers.get('content-security-policy') ?? '',
    }
  }
  for (const path of ['/portico.js', '/frame?channel=main', '/preview', '/inbox']) {
    expect((await read(path)).cache, path).toBe('no-cache')
  }
  const frame = await read('/frame?channel=main')
  const [asset = ''] = /\/assets\/widget\/[^"]+\.js/.exec(frame.text) ?? []
  expect((await read(asset)).cache).toBe('public, max-age=31536000, immutable')
  expect(frame.policy).not.toContain('frame-ancestors')
  expect((await read('/inbox')).policy).toContain("frame-ancestors 'self'")
  expect((await fetch(`${stage.url}/assets/widget/none.js`)).status).toBe(404)
})

test('[CO54] the start of the console stays small: no schemas, no settings, and the texts of one language', async () => {
  const page = await (await fetch(`${stage.url}/inbox`)).text()
  const named = [...page.matchAll(/(?:src|href)="(?:\.\.?\/)*(assets\/console\/[^"]+\.js)"/g)].map(([, path = '']) => `/${path}`)
  const scripts = await Promise.all(named.map(async (path) => (await fetch(`${stage.url}${path}`)).text()))
  expect(named.some((path) => path.includes('/inbox-screen-'))).toBe(true)
  expect(scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0)).toBeLessThanOrEqual(START_BYTES_MAX)
  expect(scripts.filter((script) => script.includes('invalid_type'))).toEqual([])
  expect(scripts.filter((script) => /Make a channel|They stay where you put them/.test(script))).toEqual([])
})
