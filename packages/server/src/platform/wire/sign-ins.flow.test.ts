// How often passwords and links may be guessed, counted on one node whatever the database; the clock is moved by hand.
import { openCast } from '@portico/testkit/cast'
import { PASSWORD } from '@portico/testkit/account'
import { closeSound, openSite, post, watchLimits, type Reached, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

const MINUTE_MS = 60_000

let site: Site
let reached: Reached
beforeAll(async () => {
  site = await openSite(await newSqlite())
  await openCast(site)
})
afterAll(() => closeSound(site))
beforeEach(async () => {
  reached = await watchLimits(site)
})

test('[WR34] after five failures for one account from one address each further one doubles the wait', async () => {
  const tries = { email: 'ann@example.org', from: '10.7.0.1' }
  const fail = async () => expect(await signIn({ ...tries, password: 'wrong' })).toMatchObject({ status: 401 })
  for (let i = 0; i < 4; i++) await fail()
  for (const minutes of [3, 6, 12, 15, 15]) {
    await fail()
    const afterMs = minutes * MINUTE_MS
    expect(await signIn({ ...tries, password: PASSWORD })).toMatchObject({ status: 429, refused: 'retry', afterMs })
    await site.clock.move(afterMs)
  }
  expect(await signIn({ ...tries, password: PASSWORD })).toMatchObject({ status: 200 })
  expect(await reached('sign-in')).toBe(5)
  for (let i = 0; i < 5; i++) await fail()
})

test('[WR34] an hour without a failure, and they are forgotten', async () => {
  const tries = { email: 'bob@example.org', from: '10.7.0.5' }
  for (let i = 0; i < 5; i++) await signIn({ ...tries, password: 'wrong' })
  await site.clock.leap(60 * MINUTE_MS)
  for (let i = 0; i < 5; i++) expect(await signIn({ ...tries, password: 'wrong' })).toMatchObject({ status: 401 })
  expect(await signIn({ ...tries, password: PASSWORD })).toMatchObject({ status: 429, afterMs: 3 * MINUTE_MS })
})

test('[WR34] the owner is never locked out: not by others elsewhere, and not by coming and going', async () => {
  const owner = { email: 'root@example.org', password: PASSWORD }
  for (let i = 0; i < 10; i++) await signIn({ ...owner, password: 'guess', from: '10.7.0.2' })
  expect(await signIn({ ...owner, from: '10.7.0.2' })).toMatchObject({ status: 429 })
  for (let i = 0; i < 12; i++) expect(await signIn({ ...owner, from: '10.7.0.3' })).toMatchObject({ status: 200 })
  await site.clock.move(3 * MINUTE_MS)
  expect(await signIn({ ...owner, from: '10.7.0.2' })).toMatchObject({ status: 200 })
})

test('[WR34] one address tries at most 30 accounts in 15 minutes', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 31; i++) {
    statuses.push((await signIn({ email: `nobody${i}@example.org`, password: 'guess', from: '10.7.0.4' })).status)
  }
  expect(statuses).toEqual([...times(30, 401), 429])
  expect(await reached('sign-in-of-address')).toBe(1)
})

test('[WR37] one address tries to make at most 10 accounts in an hour', async () => {
  const account = { token: 'a-link-that-nobody-has-sent', name: 'Eve', email: 'eve@example.org', password: PASSWORD }
  const join = async () => (await post(site, '/api/invitations/accept', account, { 'x-forwarded-for': '10.7.0.6' })).status
  for (let i = 0; i < 10; i++) expect(await join()).toBe(404)
  expect([await join(), await reached('accounts')]).toEqual([429, 1])
  await site.clock.move(6 * MINUTE_MS)
  expect(await join()).toBe(404)
})

test('[SE5] being told to wait is noted once a minute for each address, however often one comes', async () => {
  const tries = { email: 'olaf@example.org', password: 'wrong', from: '10.7.0.9' }
  for (let i = 0; i < 5 + 20; i++) await signIn(tries)
  const waits = () => site.security.filter(({ kind, address }) => kind === 'wait' && address === tries.from)
  expect([waits().length, await reached('waits-noted')]).toEqual([1, 19])
  await site.clock.move(MINUTE_MS)
  await signIn(tries)
  expect([waits().length, await reached('waits-noted')]).toEqual([2, 19])
})

test('[AU32] a crowd of tries finds a bounded line, and is asked to come again', async () => {
  const crowd = Array.from({ length: 60 }, (_, i) =>
    signIn({ email: `someone${i}@example.org`, password: 'guess', from: `10.7.1.${i}` }),
  )
  const answers = await Promise.all(crowd)
  const turned = answers.filter(({ status }) => status === 429)
  expect(turned.length).toBeGreaterThan(0)
  for (const answer of turned) expect(answer).toEqual({ status: 429, refused: 'retry', afterMs: 1000 })
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(60 - turned.length)
  expect(await reached('passwords-at-once')).toBe(turned.length)
})

async function signIn({ from, ...body }: { email: string; password: string; from: string }) {
  const response = await post(site, '/api/session', body, { 'x-forwarded-for': from })
  const answer = (await response.json()) as { refused?: string; afterMs?: number } // the route's answer
  return { status: response.status, ...answer }
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)
