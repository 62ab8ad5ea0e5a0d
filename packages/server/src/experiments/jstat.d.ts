// jstat brings no types; these are the ones the tests compare with.
declare module 'jstat' {
  type Distribution = { cdf: (x: number, ...shape: number[]) => number; inv: (share: number, ...shape: number[]) => number }
  type JStat = {
    normal: Distribution
    chisquare: Distribution
    gammaln: (x: number) => number
    mean: (values: readonly number[]) => number
    variance: (values: readonly number[], sample: boolean) => number
    covariance: (one: readonly number[], other: readonly number[]) => number
    corrcoeff: (one: readonly number[], other: readonly number[]) => number
    normalci: (value: number, alpha: number, deviation: number, count: number) => [number, number]
  }
  const jStat: JStat
  export default jStat
}
