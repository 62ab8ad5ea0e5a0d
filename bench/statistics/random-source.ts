import { createHash } from 'node:crypto'

export type RandomSource = {
  uniform: () => number
  normal: () => number
  binomial: (trials: number, chance: number) => number
}

// Above this variance a binomial is drawn as a rounded normal; below it (1 - chance) ** trials does not underflow.
const NORMAL_FROM_VARIANCE = 200

/** The same seed and name give the same numbers for ever, whatever else is drawn: sfc32 (Doty-Humphrey, PractRand), seeded by SHA-256. */
export function randomSource(seed: number, name: string): RandomSource {
  const digest = createHash('sha256').update(`${seed} ${name}`).digest()
  let a = digest.readInt32LE(0)
  let b = digest.readInt32LE(4)
  let c = digest.readInt32LE(8)
  let counter = 1
  let spare: number | null = null

  function uniform(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }

  // Marsaglia's polar method makes two at a time.
  function normal(): number {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const stretch = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * stretch
      return x * stretch
    }
  }

  function binomial(trials: number, chance: number): number {
    if (chance > 0.5) return trials - binomial(trials, 1 - chance)
    const spread = trials * chance * (1 - chance)
    if (spread > NORMAL_FROM_VARIANCE) {
      return Math.min(trials, Math.max(0, Math.round(trials * chance + normal() * Math.sqrt(spread))))
    }
    const odds = chance / (1 - chance)
    let share = (1 - chance) ** trials
    let left = uniform()
    let drawn = 0
    while (left > share && drawn < trials) {
      left -= share
      share *= (odds * (trials - drawn)) / (drawn + 1)
      drawn++
    }
    return drawn
  }

  return { uniform, normal, binomial }
}
