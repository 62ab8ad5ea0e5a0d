// How often the routes that cost much are asked for, counted on one node whatever the database.
import { openCast, type Cast } from '@portico/testkit/cast'
import { newSqlite } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openSite, post, watchLimits, type Reached, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

let site: Site
let cast: Cast
let reached: Reached
beforeAll(async () => {
  site = await openSite(await newSqlite())
  cast = await openCast(site)
})
afterAll(() => closeSound(site))
beforeEach(async () => {
  reached = await watchLimits(site)
})

test('[CU2] one address has 120 tokens checked at once, then 20 a second', async () => {
  const check = () => post(site, '/api/identify', { channel: MAIN, token: 'nobody signed it' }, { 'x-forwarded-for': '10.8.0.1' })
  expect(await statusesOf(121, check)).toEqual([...times(120, 403), 429])
  expect(await reached('identify')).toBe(1)
  await site.clock.move(50)
  expect(await statusesOf(2, check)).toEqual([403, 429])
})

test('[FT9] an operator searches 30 times at once, then 5 times a second', async () => {
  const search = () => post(site, '/api/search/conversations', { words: 'glaze' }, cast.ann.headers)
  expect(await statusesOf(31, search)).toEqual([...times(30, 200), 429])
  expect(await reached('searches')).toBe(1)
  await site.clock.move(200)
  expect(await statusesOf(2, search)).toEqual([200, 429])
})

test('[TX6] somebody has ten transcripts printed at once, then ten a minute', async () => {
  const print = () => fetch(`${site.url}/api/conversations/none/transcript`, { headers: cast.ann.headers })
  expect(await statusesOf(11, print)).toEqual([...times(10, 404), 429])
  expect(await reached('transcripts')).toBe(1)
  await site.clock.move(6000)
  expect(await statusesOf(2, print)).toEqual([404, 429])
})

async function statusesOf(count: number, ask: () => Promise<Response>): Promise<number[]> {
  const statuses: number[] = []
  for (let i = 0; i < count; i++) statuses.push((await ask()).status)
  return statuses
}

const times = (count: number, status: number): number[] => Array.from({ length: count }, () => status)
