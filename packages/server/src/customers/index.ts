import type { VisitorId } from '@portico/protocol/ids'
import { capability, type Capability } from '../platform/capability.ts'
import { setParts } from '../platform/set-parts.ts'
import { commands } from './commands.ts'
import { customerIdOf } from './customer.ts'
import type { CustomersCommand, CustomersEvent } from './events.ts'
import { findCustomerOf } from './reads.ts'
import { security } from './security.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Customers = Capability<CustomersCommand, CustomersEvent>

export const customers = capability<CustomersCommand, CustomersEvent>({
  name: 'customers',
  migrations,
  subjects: {
    'identity-key.make': ({ channel }) => [`channel:${channel}`],
    'identity-key.end': ({ key }) => [`identity-key:${key}`],
    // Who is logged out meanwhile is linked before, or not at all.
    'visitor.identify': ({ visitor, channel, claims }) => [`customer:${customerIdOf(channel, claims.sub)}`, `visitor:${visitor}`],
    'visitor.unlink': ({ visitor }) => [`visitor:${visitor}`],
    'customer.log-out': ({ customer }) => [`customer:${customer}`],
  },
  commands,
  writes,
  broadcasts: {
    'identity-key.made': () => [],
    'identity-key.ended': () => [],
    'visitor.identified': ({ visitor, customer: { id }, isNew }) =>
      isNew ? setParts(`visitor:${visitor}`, { customer: id }) : [],
    'visitor.unlinked': ({ visitor }) => setParts(`visitor:${visitor}`, { customer: null }),
    'customer.logged-out': () => [],
  },
  security,
  snapshots: {
    visitor: async (db, id) => ({ customer: (await findCustomerOf(db, id as VisitorId))?.id ?? null }), // the id of such a topic is his
  },
  routes: async () => (await import('./routes.ts')).routes,
})
