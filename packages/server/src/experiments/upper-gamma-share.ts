import { logGamma } from './log-gamma.ts'

const STEPS_MAX = 1000
const PRECISION = 1e-15

/** Q(shape, x) = Γ(shape, x)/Γ(shape), a share: by series below shape + 1, by Legendre's continued fraction above (A. & S. 6.5.29, 6.5.31). */
export function upperGammaShare(shape: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  return x < shape + 1 ? 1 - front * series(shape, x) : front * continuedFraction(shape, x)
}

function series(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let step = 1; step < STEPS_MAX && term > sum * PRECISION; step++) {
    term *= x / (shape + step)
    sum += term
  }
  return sum
}

// Evaluated from the front by Lentz's method, which needs no guess of how many steps there will be.
function continuedFraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = Number.MAX_VALUE
  let d = 1 / b
  let fraction = d
  for (let step = 1; step < STEPS_MAX; step++) {
    const a = step * (shape - step)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < PRECISION) break
  }
  return fraction
}
