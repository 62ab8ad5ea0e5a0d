import type { ConversationId } from '@portico/protocol/ids'

/** So many ids are remembered; older requests are long gone from the list. */
const REMEMBERED_MAX = 500

type Announcement = { fresh: readonly ConversationId[]; remembered: readonly ConversationId[] }

/** Which requests have not been announced to this operator in this browser, and what to remember from now on. */
export function announce(remembered: readonly ConversationId[], requests: readonly ConversationId[]): Announcement {
  const known = new Set(remembered)
  const fresh = requests.filter((id) => !known.has(id))
  return { fresh, remembered: [...remembered, ...fresh].slice(-REMEMBERED_MAX) }
}

export function readAnnounced(stored: string | null): readonly ConversationId[] {
  return (stored ?? '').split(' ').filter(Boolean) as ConversationId[] // as `writeAnnounced` wrote them
}

export const writeAnnounced = (remembered: readonly ConversationId[]): string => remembered.join(' ')
