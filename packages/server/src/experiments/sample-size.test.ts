import { expect, test } from 'vitest'
import { converting, sampleSize, type Wanted } from './sample-size.ts'

const wanted: Wanted = {
  control: converting(0.03),
  treatment: converting(0.033),
  alpha: 0.05,
  power: 0.8,
  controlShare: 0.5,
  looks: 'one',
}

test.each([
  ['base 3 %, +10 %', 0.03, 0.1, 53_208],
  ['base 3 %, +20 %', 0.03, 0.2, 13_911],
  ['base 10 %, +20 %', 0.1, 0.2, 3838],
])('[EX21] visitors needed in each arm for one look: %s', (_, base, lift, visitors) => {
  const size = sampleSize({ ...wanted, control: converting(base), treatment: converting(base * (1 + lift)) })
  expect(size).toMatchObject({ control: visitors, treatment: visitors })
})

test('[EX21] a control of a tenth of the visitors needs far more of them', () => {
  expect(sampleSize({ ...wanted, controlShare: 0.1 }).total).toBe(284_702)
})

test('[EX21] a shop with 20,000 visitors a month needs over 5 months half and half, 14 with a 10 % holdout', () => {
  const months = (controlShare: number) => sampleSize({ ...wanted, controlShare }).total / 20_000
  expect(months(0.5)).toBeGreaterThan(5)
  expect(months(0.5)).toBeLessThan(6)
  expect(Math.round(months(0.1))).toBe(14)
  expect(sampleSize({ ...wanted, control: converting(0.1), treatment: converting(0.12) }).total).toBe(7676)
})

test('[EX21] more safety, more power or a smaller effect need more visitors', () => {
  const { total } = sampleSize(wanted)
  expect(sampleSize({ ...wanted, alpha: 0.01 }).total).toBeGreaterThan(total)
  expect(sampleSize({ ...wanted, power: 0.9 }).total).toBeGreaterThan(total)
  expect(sampleSize({ ...wanted, treatment: converting(0.0315) }).total).toBeGreaterThan(total)
  expect(sampleSize({ ...wanted, treatment: converting(0.027) }).total).toBeLessThan(total)
})

test('[EX21] money counts like anything with a mean and a variance', () => {
  const size = sampleSize({ ...wanted, control: { mean: 100, variance: 250_000 }, treatment: { mean: 110, variance: 250_000 } })
  expect(size.control).toBe(39_244)
})

test('[EX22] looking whenever one likes needs not quite twice the visitors', () => {
  const { total } = sampleSize({ ...wanted, looks: 'any' })
  expect(total).toBe(203_774)
  expect(total / sampleSize(wanted).total).toBeCloseTo(1.915, 3)
})

test.each<[string, Partial<Wanted>, string]>([
  ['no effect', { treatment: converting(0.03) }, 'treatment.mean is 0.03 like control.mean, expected a difference to look for'],
  ['alpha of 0', { alpha: 0 }, 'alpha is 0, expected a share between 0 and 1'],
  ['certain power', { power: 1 }, 'power is 1, expected a share between 0 and 1'],
  ['no control', { controlShare: 0 }, 'controlShare is 0, expected a share between 0 and 1'],
])('[EX8] a size that no number of visitors reaches is refused: %s', (_, change, message) => {
  expect(() => sampleSize({ ...wanted, ...change })).toThrow(message)
})
