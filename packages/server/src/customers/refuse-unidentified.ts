import type { VisitorId } from '@portico/protocol/ids'
import type { ChannelOptions } from '@portico/protocol/options'
import type { Refusal } from '@portico/protocol/outcome'
import { refuse } from '../platform/capability.ts'
import type { Db } from '../platform/db/database.ts'
import { findCustomerOf } from './reads.ts'

/** Where a channel is for customers alone, nobody else begins there. */
export async function refuseUnidentified(
  db: Db,
  { options: { identification }, visitor }: { options: ChannelOptions; visitor: VisitorId },
): Promise<Refusal | undefined> {
  if (identification === 'optional' || (await findCustomerOf(db, visitor))) return undefined
  return refuse('unidentified')
}
