import { deliver } from '../platform/deliveries.ts'
import type { Absences } from './index.ts'

export const writes: Absences['writes'] = {
  'absence-mails.set': async (tx, { operator, on }) => {
    if (on) await tx.deleteFrom('absence_mail_off').where('operator_id', '=', operator).execute()
    else
      await tx
        .insertInto('absence_mail_off')
        .values({ operator_id: operator })
        .onConflict((c) => c.doNothing())
        .execute()
  },
  'absence.mailed': async (tx, { conversation, operators, at }) => {
    const rows = operators.map((operator_id) => ({ conversation_id: conversation, operator_id, sent_at: at }))
    await tx.insertInto('absence_mail').values(rows).execute()
    for (const operator of operators)
      await deliver(tx, { kind: 'mail.absence', capability: 'absences', to: operator, ids: { conversation, operator }, at })
  },
}
