import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACTS_MAX, beginning, IDLE_MS, sessionise, type Act, type Beginning, type Origin } from './sessionise.ts'

const direct: Origin = { state: 'direct' }
const elsewhere: Origin = { state: 'elsewhere' }
const spring = campaign('Spring', 'door')
const act = (iso: string, origin: Origin = direct): Act => ({ at: Date.parse(iso), origin })

test('[VI14][H6] the first act begins a visit, and the next belong to it', () => {
  const visits = sessionise([act('2026-05-04T10:00Z'), act('2026-05-04T10:10Z'), act('2026-05-04T10:39:59.999Z')], 'UTC')
  expect(visits).toMatchObject([{ begunBy: 'first', lastActAt: Date.parse('2026-05-04T10:39:59.999Z'), acts: { length: 3 } }])
  expect(sessionise([], 'UTC')).toEqual([])
})

test.each<[says: string, zone: string, before: Act, next: Act, begins: Beginning | null]>([
  ['a moment before 30 minutes', 'UTC', act('2026-05-04T10:00Z'), act('2026-05-04T10:29:59.999Z'), null],
  ['at 30 minutes', 'UTC', act('2026-05-04T10:00Z'), act('2026-05-04T10:30Z'), 'idle'],
  ['a week later', 'UTC', act('2026-05-04T10:00Z'), act('2026-05-11T10:00Z'), 'idle'],
  ['at the same instant', 'UTC', act('2026-05-04T10:00Z'), act('2026-05-04T10:00Z'), null],
])('[VI14][H6] an act %s', (_says, zone, before, next, begins) => {
  expect(beginning(visitOf(before), next, zone)).toBe(begins)
})

test.each<[says: string, zone: string, before: Act, next: Act, begins: Beginning | null]>([
  ['a moment before midnight', 'UTC', act('2026-05-04T23:50Z'), act('2026-05-04T23:59:59.999Z'), null],
  ['at midnight', 'UTC', act('2026-05-04T23:50Z'), act('2026-05-05T00:00Z'), 'midnight'],
  ['at midnight of Greenwich, on a site in Vienna', 'Europe/Vienna', act('2026-05-04T23:50Z'), act('2026-05-05T00:00Z'), null],
  ['at midnight of Vienna', 'Europe/Vienna', act('2026-05-04T21:59Z'), act('2026-05-04T22:00Z'), 'midnight'],
  ['at midnight of Vienna in winter', 'Europe/Vienna', act('2026-01-04T22:59Z'), act('2026-01-04T23:00Z'), 'midnight'],
  ['at midnight of Kathmandu', 'Asia/Kathmandu', act('2026-05-04T18:14Z'), act('2026-05-04T18:15Z'), 'midnight'],
  [
    'at one, where the clocks went forward over midnight',
    'Africa/Cairo',
    act('2026-04-23T21:50Z'),
    act('2026-04-23T22:00Z'),
    'midnight',
  ],
  ['in the hour that Vienna has twice', 'Europe/Vienna', act('2026-10-25T00:55Z'), act('2026-10-25T01:05Z'), null],
])('[VI15][H6] an act %s', (_says, zone, before, next, begins) => {
  expect(beginning(visitOf(before), next, zone)).toBe(begins)
})

// Matomo, Referrers/Columns/Campaign.php, shouldForceNewVisit, and Base.php, detectReferrerCampaign.
test.each<[says: string, before: Origin, next: Origin, begins: Beginning | null]>([
  ['without a campaign after one with', spring, direct, null],
  ['from elsewhere after one with a campaign', spring, elsewhere, null],
  ['of the same campaign', spring, { ...spring }, null],
  ['of the same campaign in other letters', spring, campaign('SPRING', 'Door'), null],
  ['of the same campaign, without its keyword', spring, campaign('Spring', null), null],
  ['of another campaign', spring, campaign('Summer', 'door'), 'campaign'],
  ['of another campaign without a keyword', spring, campaign('Summer', null), 'campaign'],
  ['with another keyword', spring, campaign('Spring', 'window'), 'campaign'],
  ['with a keyword where there was none', campaign('Spring', null), spring, 'campaign'],
  ['of a campaign after one from elsewhere', elsewhere, spring, 'campaign'],
  ['of a campaign after a direct entry', direct, spring, null],
])('[VI16][VI88][H6] an act %s', (_says, before, next, begins) => {
  expect(beginning(visitOf(act('2026-05-04T10:00Z', before)), act('2026-05-04T10:01Z', next), 'UTC')).toBe(begins)
})

test('[VI16][H6] a campaign is the visit’s, however long ago its act was', () => {
  const visits = sessionise([act('2026-05-04T10:00Z', spring), act('2026-05-04T10:20Z'), act('2026-05-04T10:40Z', spring)], 'UTC')
  expect(visits).toMatchObject([{ origin: spring, acts: { length: 3 } }])
})

test.each([
  ['the campaign that follows it', spring, spring],
  ['the search that follows it', elsewhere, elsewhere],
])('[VI88][H6] a visit that began directly takes %s, and another campaign begins a visit', (_says, next, origin) => {
  const summer = campaign('Summer', null)
  const acts = [direct, next, direct, summer].map((from, minute) => act(`2026-05-04T10:0${minute}Z`, from))
  expect(sessionise(acts, 'UTC')).toMatchObject([
    { begunBy: 'first', origin, acts: { length: 3 } },
    { begunBy: 'campaign', origin: summer, acts: { length: 1 } },
  ])
})

test('[VI17] the act after the ten-thousandth begins a new visit', () => {
  const before = { lastActAt: 1000, origin: direct }
  expect(beginning({ ...before, actCount: ACTS_MAX - 1 }, { at: 1001, origin: direct }, 'UTC')).toBeNull()
  expect(beginning({ ...before, actCount: ACTS_MAX }, { at: 1001, origin: direct }, 'UTC')).toBe('full')
})

test.each<[begins: Beginning, lastActAt: string]>([
  ['idle', '2026-05-04T23:30Z'],
  ['midnight', '2026-05-04T23:30:00.001Z'],
  ['campaign', '2026-05-05T00:00Z'],
])('[VI18] when several hold, the reason is %s', (begins, lastActAt) => {
  const full = { lastActAt: Date.parse(lastActAt), origin: elsewhere, actCount: ACTS_MAX }
  expect(beginning(full, act('2026-05-05T00:00Z', spring), 'UTC')).toBe(begins)
})

test('[VI19] acts are taken in the order of their instants', () => {
  const acts = ['2026-05-04T11:00Z', '2026-05-04T10:00Z', '2026-05-04T11:20Z', '2026-05-04T10:20Z'].map((iso) => act(iso))
  const visits = sessionise(acts, 'UTC')
  expect(visits.map((visit) => visit.acts.map(({ at }) => acts.findIndex((one) => one.at === at)))).toEqual([
    [1, 3],
    [0, 2],
  ])
})

test('[VI19] an act from before midnight that arrives after it begins no visit by its time', () => {
  const after = { ...visitOf(act('2026-05-05T00:10Z', elsewhere)), actCount: 2 }
  expect(beginning(after, act('2026-05-04T23:55Z'), 'UTC')).toBeNull()
  expect(beginning(after, act('2026-05-04T23:55Z', spring), 'UTC')).toBe('campaign')
})

test('[VI14][VI15][VI16] however acts fall, every one is in one visit, and each visit begins for the reason it gives', () => {
  const step = fc.record({
    ms: fc.nat(40 * 60_000),
    origin: fc.constantFrom(direct, elsewhere, spring, campaign('Summer', null)),
  })
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 20 }),
      fc.constantFrom('UTC', 'America/St_Johns', 'Pacific/Kiritimati'),
      (steps, zone) => {
        let at = Date.parse('2026-05-04T20:00Z')
        const acts = steps.map(({ ms, origin }) => ({ at: (at += ms), origin }))
        const visits = sessionise(acts, zone)
        expect(visits.flatMap((visit) => visit.acts)).toEqual(acts)
        for (const [index, visit] of visits.entries()) {
          const last = visits[index - 1]
          const gap = last && (visit.acts[0]?.at ?? 0) - last.lastActAt
          expect(visit.begunBy === 'first').toBe(last === undefined)
          expect(visit.begunBy === 'idle').toBe(gap !== undefined && gap >= IDLE_MS)
          expect(visit.lastActAt).toBe(visit.acts.at(-1)?.at)
        }
      },
    ),
  )
})

function visitOf(first: Act) {
  return { lastActAt: first.at, origin: first.origin, actCount: 1 }
}

function campaign(name: string, keyword: string | null): Origin {
  return { state: 'campaign', name, keyword }
}
