import type { OutboxStorage } from '@portico/client/surroundings'

export type Storages = {
  /** Outlives the page load and the tab. */
  lasting: OutboxStorage
  /** Outlives the page load. */
  passing: OutboxStorage
  forget: () => void
}

const PREFIX = 'portico.'

/** The browser's own where it allows them to a frame; else one text that the page around keeps in its session. */
export function openStorages({ kept, keep }: { kept: string | null; keep: (text: string) => void }): Storages {
  try {
    return {
      lasting: over(localStorage),
      passing: over(sessionStorage),
      forget: () => [localStorage, sessionStorage].forEach(clear),
    }
  } catch {
    const entries = new Map<string, string>(kept === null ? [] : (JSON.parse(kept) as [string, string][])) // we wrote it
    const put = (change: () => unknown) => {
      change()
      keep(JSON.stringify([...entries]))
    }
    const storage: OutboxStorage = {
      get: (key) => entries.get(key) ?? null,
      set: (key, value) => put(() => entries.set(key, value)),
      remove: (key) => put(() => entries.delete(key)),
    }
    return { lasting: storage, passing: storage, forget: () => put(() => entries.clear()) }
  }
}

function over(area: Storage): OutboxStorage {
  return {
    get: (key) => area.getItem(key),
    set: (key, value) => area.setItem(key, value),
    remove: (key) => area.removeItem(key),
  }
}

function clear(area: Storage): void {
  for (const key of Object.keys(area)) if (key.startsWith(PREFIX)) area.removeItem(key)
}
