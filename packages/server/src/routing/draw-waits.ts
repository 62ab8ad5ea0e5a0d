/** How many conversations can be held at once, from so many milliseconds on; the first from now. */
export type Staffing = readonly { fromMs: number; slots: number }[]

type Waiting = {
  staffing: Staffing
  /** For how long each conversation that is being held has lasted. */
  lastedMs: readonly number[]
  waiting: number
  /** How long conversations last, shortest first. */
  past: Float64Array
}

/** As many must have lasted longer than a conversation that is being held, for its end to be drawn from them. */
const LONGER_MIN = 3
/** Else it goes on in proportion, as the longest of them do: each of this share lasted so many times as long as the least of them. */
const LONGEST = 0.1

/**
 * One possible future: how long each waiting place still waits, the first place first; infinitely long, where the staffing never
 * lets it. Nobody ahead gives up. `random` gives numbers from 0 up to, but not including, 1.
 */
export function drawWaits({ staffing, lastedMs, waiting, past }: Waiting, random: () => number): Float64Array {
  const ends = lastedMs.map((lasted) => drawRest(past, lasted, random)).sort((one, other) => one - other)
  const waits = new Float64Array(waiting).fill(Number.POSITIVE_INFINITY)
  let [now, gone, change] = [0, 0, 0]
  for (let place = 0; place < waiting; place++) {
    while (ends.length - gone >= (staffing[change]?.slots ?? 0)) {
      const [end, changes] = [ends[gone] ?? Number.POSITIVE_INFINITY, staffing[change + 1]?.fromMs ?? Number.POSITIVE_INFINITY]
      if (end === Number.POSITIVE_INFINITY && changes === end) return waits
      now = Math.min(end, changes)
      if (end <= changes) gone++
      if (changes <= end) change++
    }
    waits[place] = now
    insert(ends, now + draw(past, random), gone)
  }
  return waits
}

/** How much longer a conversation takes that has lasted so long; one that has outlasted all recent ones is not near its end. */
function drawRest(past: Float64Array, lasted: number, random: () => number): number {
  const shorter = countUpTo(past, lasted)
  const longer = past.length - shorter
  if (longer >= LONGER_MIN) return (past[shorter + Math.floor(random() * longer)] ?? lasted) - lasted
  const longest = Math.floor(past.length * LONGEST)
  const least = past.at(-longest) ?? 0
  const times = least > 0 ? (past.at(-1 - Math.floor(random() * longest)) ?? least) / least : 1
  return Math.max(lasted * (times - 1), draw(past, random))
}

function draw(values: Float64Array, random: () => number): number {
  return values[Math.floor(random() * values.length)] ?? 0
}

function insert(sorted: number[], value: number, from: number): void {
  sorted.splice(countUpTo(sorted, value, from), 0, value)
}

/** How many of these are at most so long; those before `from` are. */
function countUpTo(sorted: ArrayLike<number>, value: number, from = 0): number {
  let [low, high] = [from, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}
