export type Tally = {
  of: (key: string) => number
  /** Counts one more; the returned function takes it back, once. */
  add: (key: string) => () => void
}

/** How many there are of each. */
export function tally(): Tally {
  const counts = new Map<string, number>()
  const of = (key: string) => counts.get(key) ?? 0

  return {
    of,
    add: (key) => {
      counts.set(key, of(key) + 1)
      let counted = true
      return () => {
        if (!counted) return
        counted = false
        if (of(key) > 1) counts.set(key, of(key) - 1)
        else counts.delete(key)
      }
    },
  }
}
