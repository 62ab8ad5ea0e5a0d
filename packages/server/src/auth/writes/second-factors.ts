import type { OperatorId } from '@portico/protocol/ids'
import type { Tx } from '../../platform/db/database.ts'
import type { Auth } from '../index.ts'

type Written =
  | 'second-factor.begun'
  | 'second-factor.confirmed'
  | 'second-factor.removed'
  | 'second-factor.shown'
  | 'second-factor.demanded'
  | 'recovery-code.used'
  | 'recovery-codes.renewed'

export const secondFactorWrites: Pick<Auth['writes'], Written> = {
  'second-factor.begun': async (tx, { operator, secret, at }) => {
    const begun = { operator_id: operator, secret, begun_at: at, confirmed_at: null, last_step: 0 }
    await tx
      .insertInto('second_factor')
      .values(begun)
      .onConflict((oc) => oc.column('operator_id').doUpdateSet(begun))
      .execute()
  },
  'second-factor.confirmed': async (tx, { operator, step, at }) => {
    await tx.updateTable('second_factor').set({ confirmed_at: at, last_step: step }).where('operator_id', '=', operator).execute()
    await tx.updateTable('operator').set({ second_factor_at: at }).where('id', '=', operator).execute()
  },
  'second-factor.removed': async (tx, { operator }) => {
    await tx.deleteFrom('second_factor').where('operator_id', '=', operator).execute()
    await tx.updateTable('operator').set({ second_factor_at: null }).where('id', '=', operator).execute()
    await dropRecoveryCodes(tx, operator)
  },
  'second-factor.shown': async (tx, { operator, step }) => {
    await tx.updateTable('second_factor').set({ last_step: step }).where('operator_id', '=', operator).execute()
  },
  'second-factor.demanded': async (tx, { of }) => {
    await tx.updateTable('sign_in_rule').set({ second_factor_of: of }).execute()
  },
  'recovery-code.used': async (tx, { operator, codeHash, at }) => {
    await tx
      .updateTable('recovery_code')
      .set({ used_at: at })
      .where('operator_id', '=', operator)
      .where('code_hash', '=', codeHash)
      .execute()
  },
  'recovery-codes.renewed': async (tx, { operator, codeHashes }) => {
    await dropRecoveryCodes(tx, operator)
    const rows = codeHashes.map((code_hash) => ({ operator_id: operator, code_hash, used_at: null }))
    await tx.insertInto('recovery_code').values(rows).execute()
  },
}

async function dropRecoveryCodes(tx: Tx, operator: OperatorId): Promise<void> {
  await tx.deleteFrom('recovery_code').where('operator_id', '=', operator).execute()
}
