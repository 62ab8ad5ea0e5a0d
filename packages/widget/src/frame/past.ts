import type { OutboxStorage } from '@portico/client/surroundings'
import type { ChatView } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import type { Looking } from './screen.ts'

const KEY = 'portico.past'

type Given = { storage: OutboxStorage; now: () => number; reopenWithinMs: () => number; changed: () => void }

/** Conversations that have ended, and what is stored: looking at them, and going on with one. */
export function openPast({ storage, now, reopenWithinMs, changed }: Given) {
  let looking: Looking | undefined
  let wanted: ConversationId | undefined
  const look = (next: Looking | undefined) => {
    looking = next
    wanted = undefined
    changed()
  }
  const reopens = (chat: ChatView | undefined) => {
    if (chat?.phase.state !== 'closed' || now() - chat.phase.at >= reopenWithinMs()) return 'not'
    return wanted === chat.id ? 'asked' : 'may'
  }
  return {
    looking: () => looking,
    shown: () => (looking?.at === 'past' ? looking.chat : undefined),
    look,
    goBack: () => look(looking?.at === 'past' ? { at: 'list' } : undefined),
    leave: () => look(undefined),
    reopens,
    reopen: (chat: ChatView | undefined) => {
      wanted = chat?.id
      changed()
    },
    /** The one that was asked to go on; it is not looked at any more then. */
    takeWanted: () => {
      const taken = wanted
      look(undefined)
      return taken
    },
    /** There is more than one from now on. */
    keep: () => storage.set(KEY, '1'),
    isKept: () => storage.get(KEY) !== null,
  }
}
