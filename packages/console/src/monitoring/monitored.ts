import type { ConversationRowView } from '@portico/protocol/conversations'
import type { OperatorId } from '@portico/protocol/ids'
import type { Monitored } from '@portico/protocol/monitoring'
import type { ViewOf } from '@portico/protocol/views'
import { isMine } from '../conversations/inbox.ts'

type Row = Pick<ConversationRowView, 'id' | 'phase' | 'summary'>
type Chosen = NonNullable<ViewOf['operator']['monitored']>

/** What calls me there: what I have chosen, else the visitor where it is mine. */
export const monitoredIn = (row: Pick<Row, 'id' | 'phase'>, { chosen, me }: { chosen: Chosen; me: OperatorId }): Monitored =>
  chosen.find(({ conversation }) => conversation === row.id)?.of ?? (isMine(row, me) ? 'visitor' : 'nothing')

/** Whether something was said since that calls me. What somebody reads who was not there before calls nobody. */
export function calls(row: Row, { before, of, me }: { before: Row | undefined; of: Monitored; me: OperatorId }): boolean {
  if (!before || row.phase.state !== 'active' || of === 'nothing') return false
  const { summary } = row
  if (summary.visitorLines > before.summary.visitorLines) return true
  const isOther = summary.by !== before.summary.by || summary.excerpt !== before.summary.excerpt
  return of === 'everything' && isOther && summary.by !== null && summary.by !== me
}
