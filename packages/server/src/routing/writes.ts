import { schedule } from '../platform/due.ts'
import type { Routings } from './index.ts'
import { noteStaffing } from './staffing.ts'

/** Whoever is back within it has missed nothing: a page that loads anew, a train in a tunnel. */
export const GRACE_MS = 60_000

export const writes: Routings['writes'] = {
  'operator.missed': async (tx, { operator, at }) => {
    await schedule(tx, {
      key: `missed:${operator}`,
      capability: 'routing',
      about: `operator:${operator}`,
      at: at + GRACE_MS,
      command: { type: 'operator.give-up', operator },
    })
  },
  'operator.given-up': async (tx, { operator, at }) => {
    await tx
      .insertInto('given_up')
      .values({ operator_id: operator, at })
      .onConflict((oc) => oc.column('operator_id').doUpdateSet({ at }))
      .execute()
  },
  'operator.returned': async (tx, { operator }) => {
    await tx.deleteFrom('given_up').where('operator_id', '=', operator).execute()
  },
  'queue.left': async (tx, { conversation, at }) => {
    const leaving = { left_at: at, returned_at: null }
    await tx
      .insertInto('queue_leaving')
      .values({ conversation_id: conversation, ...leaving })
      .onConflict((oc) => oc.column('conversation_id').doUpdateSet(leaving))
      .execute()
  },
  'queue.returned': async (tx, { conversation, at }) => {
    await tx.updateTable('queue_leaving').set({ returned_at: at }).where('conversation_id', '=', conversation).execute()
  },
  'queue.staffed': noteStaffing,
}
