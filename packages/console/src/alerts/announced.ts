import type { ConversationRowView } from '@portico/protocol/conversations'
import type { OperatorId } from '@portico/protocol/ids'

/** So many ids are remembered; older requests are long gone from the list. */
const REMEMBERED_MAX = 500

type Announcement = { fresh: readonly string[]; remembered: readonly string[] }

type Named = Pick<ConversationRowView, 'id' | 'phase' | 'openedAt' | 'offer'>

/** What is a request again, after somebody has had it, calls again; and each offer of it calls whom it is made to. */
export const nameOf = ({ id, phase, openedAt, offer }: Named): string =>
  offer ? `${id}.${offer.id}` : phase.at === openedAt ? id : `${id}.${phase.at}`

/** What is offered to a colleague is his for now. */
export const callsFor = <R extends Pick<ConversationRowView, 'offer'>>(me: OperatorId, requests: readonly R[]): readonly R[] =>
  requests.filter(({ offer }) => !offer || offer.operator === me)

/** Which requests have not been announced to this operator in this browser, and what to remember from now on. */
export function announce(remembered: readonly string[], requests: readonly string[]): Announcement {
  const known = new Set(remembered)
  const fresh = requests.filter((id) => !known.has(id))
  return { fresh, remembered: [...remembered, ...fresh].slice(-REMEMBERED_MAX) }
}

export const readAnnounced = (stored: string | null): readonly string[] => (stored ?? '').split(' ').filter(Boolean)

export const writeAnnounced = (remembered: readonly string[]): string => remembered.join(' ')
