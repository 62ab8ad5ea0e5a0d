/** A queue whose first is served as soon as an operator has room. All times in milliseconds. */
export type Queue = {
  /** How many conversations the operators who are there can hold at once, all together. */
  slots: number
  /** For how long each conversation that is being held has lasted. */
  lastedMs: readonly number[]
  waiting: number
}

const LONGER_MIN = 5

/**
 * One possible future: how long each waiting place still waits, the first place first. Nobody ahead gives up, operators stay.
 * `past` is how long conversations last, shortest first; `random` gives numbers from 0 up to, but not including, 1.
 */
export function drawWaits(
  { slots, lastedMs, waiting, past }: Queue & { past: Float64Array },
  random: () => number,
): readonly number[] {
  const ends = lastedMs.map((lasted) => drawRest(past, lasted, random)).sort((one, other) => one - other)
  const waits: number[] = []
  let now = 0
  while (waits.length < waiting) {
    while (ends.length >= slots) now = ends.shift() ?? now
    waits.push(now)
    insert(ends, now + draw(past, random))
  }
  return waits
}

/** How much longer a conversation takes that has lasted so long; where too few lasted longer, as long as a whole one. */
function drawRest(past: Float64Array, lasted: number, random: () => number): number {
  const longer = past.length - countUpTo(past, lasted)
  if (longer < LONGER_MIN) return draw(past, random)
  return draw(past.subarray(-longer), random) - lasted
}

function draw(values: Float64Array, random: () => number): number {
  return values[Math.floor(random() * values.length)] ?? 0
}

function insert(sorted: number[], value: number): void {
  sorted.splice(countUpTo(sorted, value), 0, value)
}

/** How many of these are at most so long. */
function countUpTo(sorted: ArrayLike<number>, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}
