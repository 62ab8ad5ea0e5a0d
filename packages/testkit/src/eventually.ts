/** A machine that is shared may stand still for seconds. */
const PATIENCE_MS = 30_000
const LOOK_MS = 5

/** Waits for what comes by itself, without a fixed pause; fails with the last reason why it had not come. */
export async function eventually<T>(look: () => T | Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const until = performance.now() + patienceMs
  for (;;) {
    try {
      return await look()
    } catch (error) {
      if (performance.now() > until) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

type Maybe<T> = T | undefined | null | false

/** A value that is there, in the end. */
export function present<T>(look: () => Maybe<T> | Promise<Maybe<T>>): Promise<T> {
  return eventually(async () => {
    const value = await look()
    if (value === undefined || value === null || value === false) throw new Error(`still ${String(value)}: ${look.toString()}`)
    return value
  })
}
