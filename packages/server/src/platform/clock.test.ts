import { handClock } from '@portico/testkit/clock'
import { expect, test } from 'vitest'
import { every } from './clock.ts'

test.each([
  ['throws', () => fail()],
  ['rejects', async () => fail()],
])('[ST26] what recurs goes on after it %s once, and whoever started it is told', async (_, work) => {
  const clock = handClock()
  const faults: unknown[] = []
  let times = 0
  const stop = every({ clock, ms: 10, onFault: (error) => faults.push(error) }, () => {
    times++
    if (times === 1) return work()
    return undefined
  })
  await clock.move(10)
  expect(faults).toEqual([new Error('once')])
  await clock.move(20)
  expect(times).toBe(3)
  stop()
  await clock.move(20)
  expect(times).toBe(3)
})

function fail(): never {
  throw new Error('once')
}
