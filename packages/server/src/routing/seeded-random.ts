const SEED = 0x9e3779b9

/** The same draws each time (xorshift, Marsaglia 2003): an estimate changes because the queue has, and on no node otherwise. */
export function seededRandom(): () => number {
  let state = SEED
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
