import type { OperatorId } from '@portico/protocol/ids'
import type { Db } from '../platform/db/database.ts'
import type { Choice } from './events.ts'

/** Of conversations that run. */
export function readChosen(db: Db, operator: OperatorId): Promise<Choice[]> {
  return db
    .selectFrom('monitor')
    .innerJoin('conversation', 'conversation.id', 'monitor.conversation_id')
    .select(['monitor.conversation_id as conversation', 'monitor.monitored as of'])
    .where('monitor.operator_id', '=', operator)
    .where('conversation.closed_at', 'is', null)
    .orderBy('monitor.set_at')
    .orderBy('monitor.conversation_id')
    .execute()
}
