const STIRLING_FROM = 15

/** ln Γ(x) for x > 0, no unit: Stirling's series (Abramowitz & Stegun 6.1.41), reached by Γ(x) = Γ(x + 1)/x; right to 13 digits. */
export function logGamma(x: number): number {
  let product = 1
  let high = x
  for (; high < STIRLING_FROM; high++) product *= high
  const square = high * high
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / high
  return (high - 0.5) * Math.log(high) - high + Math.log(2 * Math.PI) / 2 + series - Math.log(product)
}
