export type Listeners<Said extends readonly unknown[]> = {
  say: (...said: Said) => void
  /** Each is heard as often as it was added; the answer takes this one away. */
  add: (heard: (...said: Said) => void) => () => void
}

export function openListeners<Said extends readonly unknown[]>(): Listeners<Said> {
  const listeners = new Set<(...said: Said) => void>()
  return {
    say: (...said) => {
      for (const heard of listeners) heard(...said)
    },
    add: (heard) => {
      const mine = (...said: Said) => heard(...said)
      listeners.add(mine)
      return () => listeners.delete(mine)
    },
  }
}
