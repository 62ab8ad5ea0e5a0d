import { deliver } from '../platform/deliveries.ts'
import { schedule } from '../platform/due.ts'
import type { Thanks } from './index.ts'

const MINUTE_MS = 60_000

export const writes: Thanks['writes'] = {
  'thanks.given': async (tx, { conversation, channel, operators, at }) => {
    const row = { conversation_id: conversation, channel_id: channel, at, counted_until: at + MINUTE_MS }
    await tx.insertInto('thanks').values(row).execute()
    const command = { type: 'thanks.forget', conversation } as const
    const key = `thanks:${conversation}`
    await schedule(tx, { key, capability: 'thanks', about: `conversation:${conversation}`, at: at + MINUTE_MS, command })
    for (const operator of operators)
      await deliver(tx, { kind: 'mail.thanks', capability: 'thanks', to: operator, ids: { operator }, at })
  },
  'thanks.forgotten': async (tx, { conversation }) => {
    await tx.updateTable('thanks').set({ counted_until: null }).where('conversation_id', '=', conversation).execute()
  },
}
