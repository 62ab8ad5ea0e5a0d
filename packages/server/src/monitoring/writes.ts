import type { Monitoring } from './index.ts'

export const writes: Monitoring['writes'] = {
  'monitor.set': async (tx, { operator, choice: { conversation, of }, at }) => {
    const row = { monitored: of, set_at: at }
    await tx
      .insertInto('monitor')
      .values({ operator_id: operator, conversation_id: conversation, ...row })
      .onConflict((existing) => existing.columns(['operator_id', 'conversation_id']).doUpdateSet(row))
      .execute()
  },
}
