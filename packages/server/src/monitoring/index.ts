import type { OperatorId } from '@portico/protocol/ids'
import { capability, type Capability } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import { commands } from './commands.ts'
import type { MonitoringCommand, MonitoringEvent } from './events.ts'
import { readChosen } from './reads.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Monitoring = Capability<MonitoringCommand, MonitoringEvent>

export const monitoring = capability<MonitoringCommand, MonitoringEvent>({
  name: 'monitoring',
  migrations,
  // What one has chosen is said whole.
  subjects: { 'monitor.set': (_command, actor) => [`operator:${actor.id}`] },
  commands,
  writes,
  broadcasts: { 'monitor.set': ({ operator, chosen }) => setParts(`operator:${operator}`, { monitored: [...chosen] }) },
  security: 'none',
  snapshots: {
    operator: async (db, id) => ({ monitored: await readChosen(db, id as OperatorId) }), // the id of such a topic is his
  },
})
