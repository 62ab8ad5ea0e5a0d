import type { OperatorId } from '@portico/protocol/ids'
import type { Tx } from '../../platform/db/database.ts'
import type { Auth } from '../index.ts'
import { endSessions } from './end-sessions.ts'

/** Of one account: the one unseen for longest is forgotten for a new one. */
const KNOWN_DEVICES_MAX = 10

export const sessionWrites: Pick<Auth['writes'], 'session.started' | 'sessions.ended'> = {
  'session.started': async (tx, { session, operator, tokenHash, device, deviceHash, locale, at, expiresAt }) => {
    await tx
      .insertInto('operator_session')
      .values({
        id: session,
        operator_id: operator,
        token_hash: tokenHash,
        device,
        started_at: at,
        expires_at: expiresAt,
        ended_at: null,
      })
      .execute()
    if (locale !== undefined) await tx.updateTable('operator').set({ locale }).where('id', '=', operator).execute()
    if (deviceHash !== undefined) await know(tx, { operator, deviceHash, at })
  },
  'sessions.ended': async (tx, { operator, except, at }) => endSessions(tx, { operator, except, at }),
}

async function know(
  tx: Tx,
  { operator, deviceHash, at }: { operator: OperatorId; deviceHash: string; at: number },
): Promise<void> {
  await tx
    .insertInto('known_device')
    .values({ operator_id: operator, token_hash: deviceHash, seen_at: at })
    .onConflict((oc) => oc.columns(['token_hash', 'operator_id']).doUpdateSet({ seen_at: at }))
    .execute()
  const kept = tx
    .selectFrom('known_device')
    .select('token_hash')
    .where('operator_id', '=', operator)
    .orderBy('seen_at', 'desc')
    .orderBy('token_hash')
    .limit(KNOWN_DEVICES_MAX)
  await tx.deleteFrom('known_device').where('operator_id', '=', operator).where('token_hash', 'not in', kept).execute()
}
