/** Lets so many works run at once; the others wait in line. */
type Gate = <T>(work: () => Promise<T>) => Promise<T>

export function openGate(atOnce: number): Gate {
  const line: (() => void)[] = []
  let running = 0

  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => line.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else running--
    }
  }
}
