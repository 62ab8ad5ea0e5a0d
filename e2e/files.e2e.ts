import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

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
