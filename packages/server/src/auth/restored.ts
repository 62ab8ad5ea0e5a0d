import type { Tx } from '../platform/db/database.ts'

/** Sessions, invitations, reset links and links of the terminal end: some had ended after the state that came back. */
export async function restored(tx: Tx, at: number): Promise<void> {
  await tx.updateTable('operator_session').set({ ended_at: at }).where('ended_at', 'is', null).execute()
  await tx
    .updateTable('invitation')
    .set({ ending: 'cancelled' })
    .where('accepted_at', 'is', null)
    .where('ending', 'is', null)
    .execute()
  await tx
    .updateTable('password_reset')
    .set({ ended_at: at })
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  await tx.deleteFrom('setup_offer').execute()
}
