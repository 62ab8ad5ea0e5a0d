import type { ChannelView } from '@portico/protocol/channels'
import type { ConversationRowView, ReadMark } from '@portico/protocol/conversations'
import type { ConversationId, OperatorId } from '@portico/protocol/ids'

/** The lists of one operator. `unread` counts the visitor's messages beyond my mark in those of mine, the longest unread first. */
export type Inbox = {
  requests: readonly ConversationRowView[]
  mine: readonly ConversationRowView[]
  team: readonly ConversationRowView[]
  unread: ReadonlyMap<ConversationId, number>
  more: boolean
}

const NONE: ReadonlySet<ConversationId> = new Set()

export const EMPTY_INBOX: Inbox = { requests: [], mine: [], team: [], unread: new Map(), more: false }

/** `wanted`: of which of them requests and colleagues' conversations are shown; one's own are shown wherever they are. */
export function sortInbox({
  channels,
  wanted = channels,
  me,
  marks,
  guests = [],
  observed = NONE,
}: {
  channels: readonly ChannelView[]
  wanted?: readonly ChannelView[]
  me: OperatorId
  marks: readonly ReadMark[]
  /** Those of other channels in which one helps. */
  guests?: readonly ConversationRowView[]
  /** In which one reads along: they stand among one's own. */
  observed?: ReadonlySet<ConversationId>
}): Inbox {
  const known = channels.flatMap((channel) => channel.rows)
  const rows = [...known, ...guests.filter((guest) => !known.some(({ id }) => id === guest.id))]
  const shown = wanted.flatMap((channel) => channel.rows)
  const isOwn = (row: ConversationRowView) => isMine(row, me) || (observed.has(row.id) && row.phase.state === 'active')
  const mine = rows.filter(isOwn).sort(byNewestMovement)
  const read = new Map(marks.map((mark) => [mark.conversation, mark.visitorLines]))
  return {
    requests: requestsIn(wanted),
    mine,
    team: shown.filter((row) => row.phase.state === 'active' && !isOwn(row)).sort(byNewestMovement),
    unread: new Map(
      mine
        .map(({ id, summary }) => [id, summary.visitorLines - (read.get(id) ?? 0)] as const)
        .filter(([, count]) => count > 0)
        .reverse(),
    ),
    more: wanted.some((channel) => channel.more),
  }
}

/** The longest waiting first. */
export const requestsIn = (channels: readonly ChannelView[]): readonly ConversationRowView[] =>
  channels
    .flatMap((channel) => channel.rows)
    .filter((row) => row.phase.state === 'requested')
    .sort(byLongestWait)

export function isMine(row: Pick<ConversationRowView, 'phase'>, me: OperatorId): boolean {
  return row.phase.state === 'active' && row.phase.operators.some((operator) => operator.id === me)
}

// The id decides between equals, so that a list never changes its order by itself.
const byLongestWait = (left: ConversationRowView, right: ConversationRowView): number =>
  left.phase.at - right.phase.at || compare(left.id, right.id)

const byNewestMovement = (left: ConversationRowView, right: ConversationRowView): number =>
  right.summary.at - left.summary.at || compare(left.id, right.id)

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right))
