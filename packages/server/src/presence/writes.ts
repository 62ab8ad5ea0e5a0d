import type { OperatorId } from '@portico/protocol/ids'
import type { Presence } from '@portico/protocol/presence'
import type { Tx } from '../platform/db/database.ts'
import { cancel, schedule } from '../platform/due.ts'
import type { Presences } from './index.ts'
import { leaseKey } from './lease.ts'

export const writes: Presences['writes'] = {
  'operator.appeared': async (tx, { presence, leaseUntil }) => {
    await put(tx, presence, leaseUntil)
    await watchLease(tx, presence.operator, leaseUntil)
  },
  'operator.vanished': async (tx, { presence }) => {
    await put(tx, presence, 0)
    await cancel(tx, leaseKey(presence.operator))
  },
  'availability.changed': async (tx, { presence }) => put(tx, presence, undefined),
  'lease.renewed': async (tx, { operators, leaseUntil }) => {
    for (const operator of operators) {
      await tx.updateTable('operator_presence').set({ lease_until: leaseUntil }).where('operator_id', '=', operator).execute()
      await watchLease(tx, operator, leaseUntil)
    }
  },
  'lobby.refreshed': async () => {},
}

async function put(tx: Tx, { operator, availableAt, connectedAt }: Presence, leaseUntil: number | undefined): Promise<void> {
  const state = {
    available_at: availableAt,
    connected_at: connectedAt,
    ...(leaseUntil !== undefined && { lease_until: leaseUntil }),
  }
  await tx
    .insertInto('operator_presence')
    .values({ operator_id: operator, lease_until: 0, ...state })
    .onConflict((oc) => oc.column('operator_id').doUpdateSet(state))
    .execute()
}

// Whoever is killed renews nothing: this row then says that his operators are gone.
async function watchLease(tx: Tx, operator: OperatorId, leaseUntil: number): Promise<void> {
  await schedule(tx, {
    key: leaseKey(operator),
    id: `${leaseKey(operator)}:${leaseUntil}`,
    capability: 'presence',
    at: leaseUntil,
    command: { type: 'operator.vanish', operator, unless: 'lease-renewed' },
  })
}
