import type { ConversationRowView } from '@portico/protocol/conversations'

/** So many ids are remembered; older requests are long gone from the list. */
const REMEMBERED_MAX = 500

type Announcement = { fresh: readonly string[]; remembered: readonly string[] }

/** What is a request again, after somebody has had it, calls again. */
export const nameOf = ({ id, phase, openedAt }: Pick<ConversationRowView, 'id' | 'phase' | 'openedAt'>): string =>
  phase.at === openedAt ? id : `${id}.${phase.at}`

/** Which requests have not been announced to this operator in this browser, and what to remember from now on. */
export function announce(remembered: readonly string[], requests: readonly string[]): Announcement {
  const known = new Set(remembered)
  const fresh = requests.filter((id) => !known.has(id))
  return { fresh, remembered: [...remembered, ...fresh].slice(-REMEMBERED_MAX) }
}

export const readAnnounced = (stored: string | null): readonly string[] => (stored ?? '').split(' ').filter(Boolean)

export const writeAnnounced = (remembered: readonly string[]): string => remembered.join(' ')
