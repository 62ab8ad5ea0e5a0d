import type { Db } from '../../platform/db/database.ts'
import { HOUR_MS, MAILS_PER_HOUR, mailWaitMs, recipientOf } from '../mail-limits.ts'

/** How long somebody has to wait before one more mail goes to this address; 0 where it may go at once. */
export async function readMailWait(db: Db, { address, at }: { address: string; at: number }): Promise<number> {
  const recipient = recipientOf(address)
  const sent = await db
    .selectFrom('account_mail')
    .selectAll()
    .where('at', '>', at - HOUR_MS)
    .orderBy('at', 'desc')
    .orderBy('recipient')
    .limit(MAILS_PER_HOUR)
    .execute()
  const toAddress = sent.filter((mail) => mail.recipient === recipient)
  return mailWaitMs({ toAddress: toAddress.map((mail) => mail.at), inAll: sent.map((mail) => mail.at) }, at)
}
