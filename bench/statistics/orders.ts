import { revenueCap } from '@portico/server/experiments/revenue-cap'
import type { Visitor } from '@portico/server/experiments/sample-size'
import type { RandomSource } from './random-source.ts'

export type Law = keyof typeof LAWS

/** A shop's earlier orders, in cents: those to come are drawn from them, so their law is known to the last digit. */
export type Orders = { worth: Float64Array; capped: Float64Array; cap: number }

const HISTORY = 2 ** 14
const MEDIAN_CENTS = 5000

/** What an order is worth, in medians or so: the log's deviation 0.5, 1, 2; a tail whose third moment is infinite; a shop with rare orders of 100 times. */
const LAWS = {
  'log-normal 0.5': (random: RandomSource) => Math.exp(0.5 * random.normal()),
  'log-normal 1': (random: RandomSource) => Math.exp(random.normal()),
  'log-normal 2': (random: RandomSource) => Math.exp(2 * random.normal()),
  'Pareto 2.1': (random: RandomSource) => (1 - random.uniform()) ** (-1 / 2.1),
  'one price, 1 % at 100 times': (random: RandomSource) => (random.uniform() < 0.01 ? 100 : 1),
} as const

export function earlierOrders(law: Law, random: RandomSource): Orders {
  const worth = Float64Array.from({ length: HISTORY }, () => Math.round(MEDIAN_CENTS * LAWS[law](random)))
  const cap = revenueCap([...worth])
  if (cap === null) throw new Error(`${HISTORY} earlier orders gave no cap`)
  return { worth, cap, capped: worth.map((order) => Math.min(order, cap)) }
}

/** Capped revenue of a visitor who buys with the chance `rate`. */
export function buying({ capped }: Orders, rate: number): Visitor {
  const mean = (rate * capped.reduce((sum, order) => sum + order, 0)) / capped.length
  const square = (rate * capped.reduce((sum, order) => sum + order * order, 0)) / capped.length
  return { mean, variance: square - mean ** 2 }
}
