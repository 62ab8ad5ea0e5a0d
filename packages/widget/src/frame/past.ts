import type { OutboxStorage } from '@portico/client/surroundings'
import type { Looking } from './screen.ts'

const KEY = 'portico.past'

type Given = { storage: OutboxStorage; changed: () => void }

/** Conversations that have ended, and what is stored: looking at them. */
export function openPast({ storage, changed }: Given) {
  let looking: Looking | undefined
  const look = (next: Looking | undefined) => {
    looking = next
    changed()
  }
  return {
    looking: () => looking,
    shown: () => (looking?.at === 'past' ? looking.chat : undefined),
    look,
    goBack: () => look(looking?.at === 'past' ? { at: 'list' } : undefined),
    leave: () => look(undefined),
    /** There is more than one from now on. */
    keep: () => storage.set(KEY, '1'),
    isKept: () => storage.get(KEY) !== null,
  }
}
