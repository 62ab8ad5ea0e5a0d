import type { Db, Tx } from './database.ts'

/**
 * What a transaction has read and may need again, kept only where nobody else writes: in the one thread that writes a file. All is
 * let go when anything is rolled back.
 */
type AtHand<T> = {
  find: (tx: Tx, key: string) => T | undefined
  keep: (tx: Tx, key: string, value: T) => void
  drop: (tx: Tx, key: string) => void
}

/** Of one database. `life` counts how often all was let go. */
type Writer = { life: number }

const writers = new WeakMap<Db, Writer>()
const writerOf = new WeakMap<Tx, Writer>()

/** From here on this transaction may keep things; there is one at a time in this database, and all of them are in this thread. */
export function handsFor(db: Db, tx: Tx): void {
  const writer = writers.get(db) ?? { life: 0 }
  writers.set(db, writer)
  writerOf.set(tx, writer)
}

export function letAllGo(tx: Tx): void {
  const writer = writerOf.get(tx)
  if (writer) writer.life++
}

/** Of so many the one that was kept first goes. */
export function atHand<T>({ max }: { max: number }): AtHand<T> {
  const kept = new WeakMap<Writer, { life: number; values: Map<string, T> }>()

  function valuesFor(tx: Tx): Map<string, T> | undefined {
    const writer = writerOf.get(tx)
    if (!writer) return undefined
    const known = kept.get(writer)
    if (known?.life === writer.life) return known.values
    const values = new Map<string, T>()
    kept.set(writer, { life: writer.life, values })
    return values
  }

  return {
    find: (tx, key) => valuesFor(tx)?.get(key),
    keep: (tx, key, value) => {
      const values = valuesFor(tx)
      if (!values) return
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.size > max ? values.keys() : []
      if (oldest !== undefined) values.delete(oldest)
    },
    drop: (tx, key) => void valuesFor(tx)?.delete(key),
  }
}
