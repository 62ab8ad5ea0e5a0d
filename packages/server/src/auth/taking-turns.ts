/** Those who are known go before anybody else, and wait in a line of their own: a crowd before the door keeps none of them out. */
export type Lane = 'known' | 'anybody'

export type Turns = {
  isFull: (lane: Lane) => boolean
  /** Does the work when its turn comes; undefined where the line is full. */
  take: <T>(lane: Lane, work: () => Promise<T>) => Promise<T> | undefined
}

/** At most so many works at once, and so many waiting in each line. */
export function takingTurns({ atOnce, waitingMax }: { atOnce: number; waitingMax: number }): Turns {
  const lines: Record<Lane, (() => void)[]> = { known: [], anybody: [] }
  let working = 0

  function done(): void {
    working--
    const next = lines.known.shift() ?? lines.anybody.shift()
    next?.()
  }

  const isFull = (lane: Lane) => working >= atOnce && lines[lane].length >= waitingMax

  return {
    isFull,
    take: <T>(lane: Lane, work: () => Promise<T>) => {
      if (isFull(lane)) return undefined
      return new Promise<T>((resolve) => {
        const begin = () => {
          working++
          resolve(work().finally(done))
        }
        if (working < atOnce) begin()
        else lines[lane].push(begin)
      })
    },
  }
}
