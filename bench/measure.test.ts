import { expect, test } from 'vitest'
import { measured } from './measure.ts'

test('[BN3] a figure says whether it keeps to its budget, by itself or beside its baseline', () => {
  const figure = { measure: 'acks', unit: 'ms', value: 123.456, baseline: 61.728 }
  expect(measured({ ...figure, limit: { of: 'value', atMost: 123.4 } })).toEqual({
    measure: 'acks',
    unit: 'ms',
    value: 123,
    baseline: 61.7,
    ratio: 2,
    budget: 'value at most 123.4',
    within: false,
  })
  expect(measured({ ...figure, limit: { of: 'ratio', atLeast: 2 } })).toMatchObject({ budget: 'ratio at least 2', within: true })
  const between = { of: 'value', atLeast: 61, atMost: 123 } as const
  expect(measured({ ...figure, limit: between })).toMatchObject({ budget: 'value at least 61, at most 123', within: false })
  expect(measured({ ...figure, value: 61, limit: between })).toMatchObject({ within: true })
  expect(measured({ ...figure, value: 60, limit: between })).toMatchObject({ within: false })
  expect(measured({ measure: 'bytes', unit: 'KiB', value: 3.9512 })).toEqual({ measure: 'bytes', unit: 'KiB', value: 3.95 })
})
