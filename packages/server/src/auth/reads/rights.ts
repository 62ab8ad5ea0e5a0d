import type { OperatorId } from '@portico/protocol/ids'
import type { Db } from '../../platform/db/database.ts'
import { prepared } from '../../platform/db/prepared.ts'
import type { Deviation } from '../rights.ts'
import type { RoleRightRow } from '../tables.ts'

const ofOperator = prepared((db, { operator }: { operator: OperatorId }) =>
  db
    .selectFrom('role_right')
    .innerJoin('operator', 'operator.role', 'role_right.role')
    .select(['role_right.role', 'role_right.right', 'role_right.held_since'])
    .where('operator.id', '=', operator),
)

/** What has been said of the role that he has. */
export async function readRightsOf(db: Db, operator: OperatorId): Promise<Deviation[]> {
  return (await ofOperator(db, { operator })).map(fromRow)
}

export async function readDeviations(db: Db): Promise<Deviation[]> {
  const rows = await db
    .selectFrom('role_right')
    .select(['role', 'right', 'held_since'])
    .orderBy('role')
    .orderBy('right')
    .execute()
  return rows.map(fromRow)
}

const fromRow = ({ role, right, held_since }: Pick<RoleRightRow, 'role' | 'right' | 'held_since'>): Deviation => ({
  role,
  right,
  isHeld: held_since !== null,
})
