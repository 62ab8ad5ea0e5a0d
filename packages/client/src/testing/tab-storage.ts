import type { OutboxStorage } from '../surroundings.ts'

/** A tab's storage: it outlives the pages in it. */
export function tabStorage(): OutboxStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  }
}
