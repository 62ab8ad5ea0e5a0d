import { capability, type Capability } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import { commands } from './commands.ts'
import type { CapacityCommand, CapacityEvent } from './events.ts'
import { readOwnLimits } from './reads.ts'
import { IN_ALL, migrations } from './tables.ts'

export type Capacities = Capability<CapacityCommand, CapacityEvent>

export const capacity = capability<CapacityCommand, CapacityEvent>({
  name: 'capacity',
  migrations,
  // The part says all of them: two changes at once would each tell it without the other.
  subjects: { 'capacity.set': ({ operator }) => [`operator:${operator}`, 'site:limits'] },
  commands,
  writes: {
    'capacity.changed': async (tx, { operator, channel, atOnce }) => {
      const row = { operator_id: operator, channel_id: channel ?? IN_ALL }
      if (atOnce === null) {
        await tx
          .deleteFrom('operator_limit')
          .where('operator_id', '=', operator)
          .where('channel_id', '=', row.channel_id)
          .execute()
        return
      }
      await tx
        .insertInto('operator_limit')
        .values({ ...row, at_once: atOnce })
        .onConflict((oc) => oc.columns(['operator_id', 'channel_id']).doUpdateSet({ at_once: atOnce }))
        .execute()
    },
  },
  broadcasts: { 'capacity.changed': ({ limits }) => setParts('settings', { limits: [...limits] }) },
  security: 'none',
  snapshots: { settings: async (db) => ({ limits: await readOwnLimits(db) }) },
})
