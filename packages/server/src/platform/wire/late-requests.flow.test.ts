// Connections that drip. Node itself looks at its own clock for these, so they are waited for.
import { connect, type Socket } from 'node:net'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HEADERS_MS, LATE_CHECK_MS, REQUEST_MS } from './limits.ts'

const DRIP_MS = 200
const NEIGHBOURS_MS = 5000

let site: Site
beforeAll(async () => {
  site = await openSite(await newSqlite())
})
afterAll(() => closeSound(site))

test('[WR106] who sends nothing, headers by drops or a body by drops is cut off in time', async () => {
  const [nothing, headers, body] = await Promise.all([
    lastsMs(''),
    lastsMs('GET / HTTP/1.1\r\nhost: localhost\r\nx-long: '),
    lastsMs('POST /poll HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n'),
  ])
  expect(nothing).toBeLessThan(HEADERS_MS + LATE_CHECK_MS + NEIGHBOURS_MS)
  expect(headers).toBeLessThan(HEADERS_MS + LATE_CHECK_MS + NEIGHBOURS_MS)
  expect(body).toBeLessThan(REQUEST_MS + LATE_CHECK_MS + NEIGHBOURS_MS)
})

/** How long a connection lives that begins so and goes on by drops, if it has begun at all. */
function lastsMs(first: string): Promise<number> {
  const startedAt = performance.now()
  const socket: Socket = connect({ port: Number(new URL(site.url).port), host: '127.0.0.1' })
  socket.on('error', () => {})
  socket.resume()
  if (first) socket.write(first)
  const dripping = setInterval(() => first && socket.write('x'), DRIP_MS)
  return new Promise((resolve) => {
    socket.on('close', () => {
      clearInterval(dripping)
      resolve(performance.now() - startedAt)
    })
  })
}
