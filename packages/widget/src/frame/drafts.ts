import type { OutboxStorage } from '@portico/client/surroundings'

/** What the visitor has written and not sent; it stays over page loads of this tab. */
export type Draft = { name: string; email: string; message: string }

const KEY = 'portico.draft'
const EMPTY: Draft = { name: '', email: '', message: '' }

export type Drafts = {
  read: () => Draft
  change: (part: Partial<Draft>) => void
  /** What somebody else has written for the visitor is not kept: he has not acted. */
  prefill: (message: string) => void
  /** What is wrong with the introduction is said once somebody has tried to send it. */
  isTried: () => boolean
  tried: () => void
  sent: () => void
}

export function openDrafts(storage: OutboxStorage): Drafts {
  let draft: Draft = { ...EMPTY, ...(JSON.parse(storage.get(KEY) ?? '{}') as Partial<Draft>) } // as written below
  let tried = false
  const change = (part: Partial<Draft>) => {
    draft = { ...draft, ...part }
    storage.set(KEY, JSON.stringify(draft))
  }
  return {
    read: () => draft,
    change,
    prefill: (message) => {
      draft = { ...draft, message }
    },
    isTried: () => tried,
    tried: () => {
      tried = true
    },
    sent: () => {
      tried = false
      change({ message: '' })
    },
  }
}
