// Node itself looks at its own clock for these, and so does what stands beside it: they are waited for.
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endLate } from './end-late.ts'

const SHORT_MS = 30
const LONG_MS = 60_000

const server = createServer((asked, answer) => {
  endLate(asked, asked.url === '/frame' ? SHORT_MS : LONG_MS)
  asked.resume()
  asked.once('end', () => setTimeout(() => answer.end(), 2 * SHORT_MS))
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

/** Says so much of its body at once; then the rest when the other one is through, or never. */
function ask(path: string, rest: Promise<unknown> | undefined): Promise<string> {
  const { port } = server.address() as AddressInfo // it listens on a port
  return new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', path, method: 'POST', headers: { 'content-length': 8 } })
    asked.on('error', () => resolve('cut off'))
    asked.on('response', ({ statusCode }) => resolve(String(statusCode)))
    asked.write('half')
    void rest?.then(() => asked.end('half'))
  })
}

test('[WR106] a body that does not come in the time of its kind is cut off; one that has come is answered whenever', async () => {
  const late = ask('/frame', undefined)
  expect(await Promise.all([late, ask('/file', late), ask('/frame', Promise.resolve())])).toEqual(['cut off', '200', '200'])
})
