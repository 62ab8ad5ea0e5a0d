import type { OperatorId } from '@portico/protocol/ids'
import type { Presence } from '@portico/protocol/presence'
import type { Tx } from '../platform/db/database.ts'
import { dropLease, renewLease } from '../platform/node-lease.ts'
import type { Presences } from './index.ts'

export const writes: Presences['writes'] = {
  'operator.appeared': async (tx, { presence, node }) => {
    await put(tx, presence)
    await connect(tx, presence.operator, node)
  },
  'operator.vanished': async (tx, { presence }) => {
    await put(tx, presence)
    await tx.deleteFrom('operator_connection').where('operator_id', '=', presence.operator).execute()
  },
  'connection.opened': async (tx, { presence, node }) => {
    await put(tx, presence)
    await connect(tx, presence.operator, node)
  },
  'connection.closed': async (tx, { presence, node }) => {
    await put(tx, presence)
    await tx.deleteFrom('operator_connection').where('operator_id', '=', presence.operator).where('node', '=', node).execute()
  },
  'connection.idled': async (tx, { presence, node, since }) => {
    await put(tx, presence)
    await tx
      .updateTable('operator_connection')
      .set({ idle_since: since })
      .where('operator_id', '=', presence.operator)
      .where('node', '=', node)
      .execute()
  },
  'availability.changed': async (tx, { presence }) => put(tx, presence),
  'login.followed': async (tx, { presence }) => put(tx, presence),
  'rules.chosen': async (tx, { rules: { lowersAtSignIn, repeatsNotice, operatorAwayMs, visitorAwayMs }, at }) => {
    await tx
      .updateTable('presence_rule')
      .set({
        lowers_since: lowersAtSignIn ? at : null,
        repeats_since: repeatsNotice ? at : null,
        operator_away_ms: operatorAwayMs,
        visitor_away_ms: visitorAwayMs,
      })
      .execute()
  },
  'node.renewed': async (tx, { node }) => renewLease(tx, node),
  'node.forgotten': async (tx, { node }) => dropLease(tx, node),
  'presence.told': async () => {},
  'lobby.refreshed': async () => {},
}

async function put(tx: Tx, { operator, availability, ...instants }: Presence): Promise<void> {
  const state = {
    availability,
    availability_at: instants.availabilityAt,
    connected_at: instants.connectedAt,
    idle_since: instants.idleSince,
    logged_in_until: instants.loggedInUntil,
    lowered_at: instants.loweredAt,
  }
  await tx
    .insertInto('operator_presence')
    .values({ operator_id: operator, ...state })
    .onConflict((oc) => oc.column('operator_id').doUpdateSet(state))
    .execute()
}

async function connect(tx: Tx, operator: OperatorId, node: string): Promise<void> {
  await tx
    .insertInto('operator_connection')
    .values({ operator_id: operator, node, idle_since: null })
    .onConflict((oc) => oc.columns(['operator_id', 'node']).doUpdateSet({ idle_since: null }))
    .execute()
}
