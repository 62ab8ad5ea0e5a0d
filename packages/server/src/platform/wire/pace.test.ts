import type { VisitorId } from '@portico/protocol/ids'
import { handClock } from '@portico/testkit/clock'
import { expect, test } from 'vitest'
import { openLimitHits } from './limit-hits.ts'
import { READING_AT_ONCE, VISITOR_RESENT } from './limits.ts'
import { openPaces } from './pace.ts'

const VERA = { kind: 'visitor', id: 'vera' as VisitorId } as const // within an id's alphabet
const VIEW = { frames: ['x'.repeat(VISITOR_RESENT.burst / 2)] }
const here = () => false

function openVera() {
  const clock = handClock()
  const pace = openPaces({ clock, limitHits: openLimitHits() })
  return { clock, pace: () => pace(VERA) }
}

test('[WR104] so many views are read at once for one person, however many connections ask for one', async () => {
  const { pace } = openVera()
  let [reading, most, read] = [0, 0, 0]
  const small = async () => {
    most = Math.max(most, ++reading)
    await Promise.resolve()
    reading--
    read++
    return { frames: ['x'] }
  }
  await Promise.all(Array.from({ length: 40 }, () => pace()(here, small)))
  expect({ most, read }).toEqual({ most: READING_AT_ONCE, read: 40 })
})

test('[WR104] of a hundred that ask at once no more are read than are paid for, and those begun with them', async () => {
  const { pace } = openVera()
  let read = 0
  const large = async () => {
    read++
    await Promise.resolve()
    return VIEW
  }
  for (let asked = 0; asked < 100; asked++) void pace()(here, large)
  await new Promise(setImmediate)
  expect(read).toBeLessThanOrEqual(2 + READING_AT_ONCE)
})

test('[WR104] who has gone while he waited takes no turn from those who are there', async () => {
  const { clock, pace } = openVera()
  for (let turn = 0; turn < 2; turn++) await pace()(here, async () => VIEW)
  let isGone = false
  let readForGone = 0
  const gone = Array.from({ length: 1000 }, () =>
    pace()(
      () => isGone,
      async () => ({ frames: [String(++readForGone)] }),
    ),
  )
  const waiting = pace()(here, async () => ({ frames: ['for one who is there'] }))
  isGone = true
  await clock.move(1000)
  expect(await waiting).toEqual({ frames: ['for one who is there'] })
  expect(await Promise.all(gone)).toEqual(Array.from({ length: 1000 }, () => undefined))
  expect(readForGone).toBe(0)
})
