import type { ConversationId, LineId, OperatorId } from '@portico/protocol/ids'
import type { Whisper } from '@portico/protocol/whispers'
import type { Db } from '../platform/db/database.ts'
import type { WhisperTable } from './tables.ts'

/** Of two people in one conversation; who whispers more has a conversation of his own. */
const WHISPERS_MAX = 200

/** What he said to somebody there, or somebody to him, in the order it was said. */
export async function readWhispers(
  db: Db,
  { conversation, operator }: { conversation: ConversationId; operator: OperatorId },
): Promise<Whisper[]> {
  const rows = await db
    .selectFrom('whisper')
    .selectAll()
    .where('conversation_id', '=', conversation)
    .where((eb) => eb.or([eb('from_id', '=', operator), eb('to_id', '=', operator)]))
    .orderBy('after_ordinal', 'desc')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(WHISPERS_MAX)
    .execute()
  return rows.map(whisperFrom).reverse()
}

export async function isWhisper(db: Db, id: LineId): Promise<boolean> {
  return (await db.selectFrom('whisper').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

const whisperFrom = (row: WhisperTable): Whisper => ({
  id: row.id,
  after: row.after_ordinal,
  at: row.at,
  from: { id: row.from_id, name: row.from_name },
  to: { id: row.to_id, name: row.to_name },
  text: row.text,
})
