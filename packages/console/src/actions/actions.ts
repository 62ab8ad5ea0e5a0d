export type Actions = {
  /** The newest provider of a name wins; returns its undoing. */
  provide: (name: string, run: () => void) => () => void
  run: (name: string) => boolean
  available: () => readonly string[]
}

/** What is on the screen says what it can do; keys and palette ask by the names that rooms declare. */
export function openActions(): Actions {
  const providers = new Map<string, (() => void)[]>()
  return {
    provide: (name, run) => {
      const runs = providers.get(name) ?? []
      providers.set(name, [...runs, run])
      return () =>
        providers.set(
          name,
          (providers.get(name) ?? []).filter((other) => other !== run),
        )
    },
    run: (name) => {
      const run = providers.get(name)?.at(-1)
      run?.()
      return run !== undefined
    },
    available: () => [...providers].filter(([, runs]) => runs.length > 0).map(([name]) => name),
  }
}
