import { expect, test } from 'vitest'
import { demands, isFresh, lacksSecondFactor } from './second-factor.ts'

test('[AU39] each demand reaches the roles it names and those above them', () => {
  const reached = (['nobody', 'owners', 'administrators', 'everybody'] as const).map((demanded) =>
    (['owner', 'administrator', 'operator'] as const).filter((role) => demands(demanded, role)),
  )
  expect(reached).toEqual([[], ['owner'], ['owner', 'administrator'], ['owner', 'administrator', 'operator']])
})

test('[AU39] whoever has one lacks nothing', () => {
  const ann = { role: 'operator', demanded: 'everybody' } as const
  expect(lacksSecondFactor({ ...ann, secondFactorAt: null })).toBe(true)
  expect(lacksSecondFactor({ ...ann, secondFactorAt: 1 })).toBe(false)
  expect(lacksSecondFactor({ ...ann, demanded: 'administrators', secondFactorAt: null })).toBe(false)
})

test('[AU38] a code counts for steps after the last one used, and for the factor it belongs to', () => {
  const factor = { secret: 'S', confirmedAt: 5, lastStep: 100 }
  expect(isFresh(factor, { since: 5, step: 101 })).toBe(true)
  expect(isFresh(factor, { since: 5, step: 100 })).toBe(false)
  expect(isFresh(factor, { since: 5, step: 99 })).toBe(false)
  expect(isFresh(factor, { since: 4, step: 101 })).toBe(false)
})
