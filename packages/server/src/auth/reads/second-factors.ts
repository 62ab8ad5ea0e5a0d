import type { AccountView } from '@portico/protocol/auth'
import type { OperatorId } from '@portico/protocol/ids'
import type { Db } from '../../platform/db/database.ts'
import type { Operator } from '../reads.ts'
import type { SecondFactor } from '../second-factor.ts'

export async function findSecondFactor(db: Db, operator: OperatorId): Promise<SecondFactor | undefined> {
  const row = await db.selectFrom('second_factor').selectAll().where('operator_id', '=', operator).executeTakeFirst()
  return row && { secret: row.secret, confirmedAt: row.confirmed_at, lastStep: row.last_step }
}

export async function isRecoveryCode(
  db: Db,
  { operator, codeHash }: { operator: OperatorId; codeHash: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('recovery_code')
    .select('used_at')
    .where('operator_id', '=', operator)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst()
  return row?.used_at === null
}

/** Those who are here and have none, with what a demand goes by. */
export async function readWithoutSecondFactor(db: Db): Promise<Pick<Operator, 'id' | 'role'>[]> {
  return db
    .selectFrom('operator')
    .select(['id', 'role'])
    .where('revoked_at', 'is', null)
    .where('second_factor_at', 'is', null)
    .orderBy('id')
    .execute()
}

export async function readAccount(db: Db, { id, secondFactorAt, demanded }: Operator): Promise<AccountView> {
  if (secondFactorAt === null) return { secondFactor: { state: 'off' }, demanded }
  const { count } = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('operator_id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { secondFactor: { state: 'on', since: secondFactorAt, codesLeft: Number(count) }, demanded }
}
