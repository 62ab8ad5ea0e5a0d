import type { Tx } from '../../platform/db/database.ts'
import { HOUR_MS, recipientOf } from '../mail-limits.ts'

/** For the limits alone: what is an hour old is forgotten. */
export async function countMail(tx: Tx, { address, at }: { address: string; at: number }): Promise<void> {
  await tx
    .deleteFrom('account_mail')
    .where('at', '<=', at - HOUR_MS)
    .execute()
  await tx
    .insertInto('account_mail')
    .values({ recipient: recipientOf(address), at })
    .execute()
}
