import jstat from 'jstat'
import { expect, test } from 'vitest'
import { logGamma } from './log-gamma.ts'
import { normalQuantile } from './normal-quantile.ts'
import { upperGammaShare } from './upper-gamma-share.ts'

test.each([0.5, 0.8, 0.9, 0.95, 0.975, 0.995, 0.9999, 0.2, 0.025, 0.00001])(
  "[EX14] the normal quantile of %d is jstat's",
  (share) => {
    expect(normalQuantile(share)).toBeCloseTo(jstat.normal.inv(share, 0, 1), 9)
  },
)

test.each([0, 1, -0.1, Number.NaN])('[EX14] there is no normal quantile of %d', (share) => {
  expect(() => normalQuantile(share)).toThrow(`the share is ${share}, expected one between 0 and 1`)
})

test.each([0.1, 0.5, 1, 2, 4.5, 14.9, 15, 100, 5e5, 1e8])("[EX19] ln Γ(%d) is jstat's", (x) => {
  expect(logGamma(x)).toBeCloseTo(jstat.gammaln(x), x > 1e6 ? 4 : 8)
})

test.each([
  [0, 1],
  [0.1, 1],
  [3.84, 1],
  [6.63, 1],
  [1.5, 2],
  [9, 4],
  [60, 19],
  [200, 100],
])("[EX20] the chance of a chi-square of %d with %d degrees of freedom is jstat's", (chiSquare, freedom) => {
  expect(upperGammaShare(freedom / 2, chiSquare / 2)).toBeCloseTo(1 - jstat.chisquare.cdf(chiSquare, freedom), 9)
})
