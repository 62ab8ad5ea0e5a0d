/** Everything a key or the palette can ask for. Which of them mean something depends on what is on the screen. */
export type ActionName =
  | 'palette'
  | 'next'
  | 'previous'
  | 'accept'
  | 'preview'
  | 'reply'
  | 'note'
  | 'close'
  | 'unread'
  | 'keys'
  | 'escape'
  | 'available'
  | 'theme'
  | 'signOut'

export type Actions = {
  /** The newest provider of a name wins; returns its undoing. */
  provide: (name: ActionName, run: () => void) => () => void
  run: (name: ActionName) => boolean
  available: () => readonly ActionName[]
}

/** What is on the screen says what it can do; keys and palette ask by name. */
export function openActions(): Actions {
  const providers = new Map<ActionName, (() => void)[]>()
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
