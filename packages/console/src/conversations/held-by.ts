import type { ConversationRowView, VisitorCard } from '@portico/protocol/conversations'
import type { OperatorId } from '@portico/protocol/ids'
import { isMine } from './inbox.ts'

type Row = Pick<ConversationRowView, 'phase'> & { visitor: Pick<VisitorCard, 'id' | 'name'> }

/** Whose conversations somebody is in: `alone` wait for somebody when he goes, `shared` go on with his colleagues. */
export type Held<R> = { alone: readonly R[]; shared: readonly R[] }

export function heldBy<R extends Row>(rows: readonly R[], operator: OperatorId): Held<R> {
  const held = rows.filter((row) => isMine(row, operator))
  const isAlone = ({ phase }: R) => phase.state === 'active' && phase.operators.length === 1
  return { alone: held.filter(isAlone), shared: held.filter((row) => !isAlone(row)) }
}
