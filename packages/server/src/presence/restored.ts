import type { Tx } from '../platform/db/database.ts'

/** All sessions have ended with the state that came back. */
export async function restored(tx: Tx): Promise<void> {
  await tx.updateTable('operator_presence').set({ logged_in_until: null }).execute()
}
