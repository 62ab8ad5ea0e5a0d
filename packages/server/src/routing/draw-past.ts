/** How long recent conversations took, as logarithms, newest first, and how they are weighed. */
type Recent = {
  logs: Float64Array
  /** Up to which share of all weight each comes. */
  upTo: Float64Array
  /** As many alike would say as much. */
  count: number
  /** By how much their middle moves from one conversation to the next, and may have moved without being seen. */
  step: number
  unseen: number
}

/** How much the newest counts. Steady lengths are told best by all alike, drifting ones by the newest. */
const FRESHNESSES = [0.02, 0.05, 0.1, 0.2, 0.3]
/** From so many on what would have been told is held against what came. */
const WARM = 10
/** Drift that too few conversations show is counted with: so much of their spread. */
const UNSEEN = 0.15
/** What drifts goes on in its direction for a while, though not for ever. */
const IN_A_ROW = 1.5
const AHEAD_MAX = 40
const DRAWN = 200

export function weigh(servedMs: readonly number[]): Recent {
  const logs = new Float64Array(servedMs.map((ms) => Math.log(Math.max(1, ms))))
  const freshness = freshnessOf(logs)
  const weights = logs.map((_, index) => (1 - freshness) ** index)
  const all = sum(weights)
  let upTo = 0
  const shares = weights.map((weight) => (upTo += weight / all))
  const count = Math.max(2, Math.round(all ** 2 / sum(weights.map((weight) => weight ** 2))))
  const middle = sum(logs.map((log, index) => log * (weights[index] ?? 0))) / all
  const spread = Math.sqrt(sum(logs.map((log, index) => (log - middle) ** 2 * (weights[index] ?? 0))) / all)
  // Smoothing tells best a level whose steps are this part of what lies around it (Muth, JASA 55, 1960).
  const step = (spread * freshness) / Math.sqrt(1 - freshness)
  return { logs, upTo: shares, count, unseen: UNSEEN * spread, step: IN_A_ROW * step }
}

/**
 * One of the pasts that could have shown the same: drawn anew from what was served (Efron's bootstrap, Annals of Statistics 7, 1979)
 * and smoothed, because twenty conversations do not show how long the twenty-first may last. Shortest first. Where lengths drift,
 * they have gone on drifting for so many conversations.
 */
export function drawPast({ logs, upTo, count, step, unseen }: Recent, ahead: number, random: () => number): Float64Array {
  const drawn = Float64Array.from({ length: count }, () => logs[pick(upTo, random)] ?? 0)
  const mean = sum(drawn) / count
  const spread = Math.sqrt(sum(drawn.map((log) => (log - mean) ** 2)) / count)
  const blur = spread * count ** -0.2
  const shrink = spread > 0 ? spread / Math.hypot(spread, blur) : 1
  const drifted = mean + Math.hypot(unseen, step * Math.sqrt(Math.min(ahead, AHEAD_MAX))) * normal(random)
  const past = Float64Array.from({ length: DRAWN }, (_, index) => {
    const log = drawn[index % count] ?? mean
    return Math.round(Math.exp(drifted + (log - mean + blur * normal(random)) * shrink))
  })
  return past.sort()
}

/** Of these the one that would have told each length best from those before it. */
function freshnessOf(logs: Float64Array): number {
  const alike = errorOf(logs, 0)
  const scored = FRESHNESSES.map((freshness) => ({
    freshness,
    gain: (logs.length - WARM) * Math.log(alike / errorOf(logs, freshness)),
  }))
  const best = scored.reduce((one, other) => (other.gain > one.gain ? other : one))
  return best.gain > 0 ? best.freshness : 0
}

function errorOf(logs: Float64Array, freshness: number): number {
  let [level, error] = [0, 0]
  for (let known = 0; known < logs.length; known++) {
    const log = logs[logs.length - 1 - known] ?? 0
    if (known >= WARM) error += (log - level) ** 2
    level += (log - level) * Math.max(freshness, 1 / (known + 1))
  }
  return error
}

function pick(upTo: Float64Array, random: () => number): number {
  const at = random()
  let [low, high] = [0, upTo.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((upTo[middle] ?? 1) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)

/** Box and Muller 1958. */
const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
