import { expect, test } from 'vitest'
import { openBudget } from './budget.ts'

const shares = { count: { burst: 3, perSecond: 1 }, bytes: { burst: 100, perSecond: 10 } }

test('[WR100] a budget is spent by pieces or by bytes, whichever is gone first, and fills up again', () => {
  const { take } = openBudget(shares)
  expect([take('a', 1, 0), take('a', 1, 0), take('a', 1, 0), take('a', 1, 0)]).toEqual([0, 0, 0, 1000])
  expect(take('b', 90, 0)).toBe(0)
  expect(take('b', 20, 0)).toBe(1000)
  expect([take('b', 20, 999), take('b', 20, 1000)]).toEqual([1, 0])
})

test('[WR100] who has to wait has taken nothing', () => {
  const { take } = openBudget(shares)
  take('a', 95, 0)
  for (let tries = 0; tries < 10; tries++) expect(take('a', 50, 0)).toBe(4500)
  expect(take('a', 5, 0)).toBe(0)
})

test('[WR100] what is larger than a full budget takes the whole of it', () => {
  const { take } = openBudget(shares)
  expect(take('a', 1000, 0)).toBe(0)
  expect(take('a', 1, 0)).toBe(100)
})

test('[WR100] a clock that goes back gives nothing and takes nothing', () => {
  const { take } = openBudget(shares)
  expect([take('a', 0, 5000), take('a', 0, 0), take('a', 0, 0), take('a', 0, 0)]).toEqual([0, 0, 0, 1000])
})

test('[WR100] what should not have counted is given back', () => {
  const { take, giveBack } = openBudget(shares)
  for (let i = 0; i < 3; i++) take('a', 30, 0)
  giveBack('a', 30)
  expect(take('a', 30, 0)).toBe(0)
})
