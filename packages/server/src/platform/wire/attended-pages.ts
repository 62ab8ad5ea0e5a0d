import type { Page } from '@portico/protocol/conversations'
import type { Clock } from '../clock.ts'
import type { Session } from './session.ts'

/** Of one conversation a page is told so often at most: the last of many counts. */
const PAGE_SAID_MS = 1000

type Given = { clock: Clock; sessionsOf: (id: string) => readonly Session[]; say: (id: string) => void }

/** On which page the visitors of this node are: the one of several windows that is seen, or was seen last. Kept nowhere else. */
export function attendedPages({ clock, sessionsOf, say }: Given) {
  const told = new Map<string, Page>()
  const waiting = new Map<string, () => void>()

  const now = (id: string): Page | undefined =>
    sessionsOf(id)
      .map(({ attention }) => attention)
      .filter(({ page }) => page() !== undefined)
      .toSorted((one, other) => other.rank() - one.rank())[0]
      ?.page()

  function tell(id: string): void {
    waiting.delete(id)
    const page = now(id)
    const before = told.get(id)
    if (!page || (page.url === before?.url && page.title === before.title)) return
    told.set(id, page)
    say(id)
  }

  return {
    now,
    /** When he did something last in one of them. */
    actedAt: (id: string): number | undefined => {
      const acts = sessionsOf(id).map(({ attention }) => attention.actedAt())
      return acts.length === 0 ? undefined : Math.max(...acts)
    },
    told: (id: string, page: Page | undefined) => (page ? told.set(id, page) : told.delete(id)),
    turned: (id: string) => {
      if (!waiting.has(id))
        waiting.set(
          id,
          clock.after(PAGE_SAID_MS, () => tell(id)),
        )
    },
    gone: (id: string) => {
      told.delete(id)
      waiting.get(id)?.()
      waiting.delete(id)
    },
    close: () => {
      for (const cancel of waiting.values()) cancel()
    },
  }
}
