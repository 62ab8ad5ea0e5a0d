import type { Customers } from './index.ts'

export const security: Customers['security'] = {
  'identity-key.made': ({ channel }) => ({ kind: 'settings-changed', detail: 'identity-key-made', object: channel }),
  'identity-key.ended': ({ channel }) => ({ kind: 'settings-changed', detail: 'identity-key-ended', object: channel }),
  // Every visit of everybody who has an account with the site.
  'visitor.identified': 'none',
  'visitor.unlinked': ({ visitor, customer }) => ({
    kind: 'customer-changed',
    detail: 'visitor-unlinked',
    object: `${customer} ${visitor}`,
  }),
  'customer.logged-out': ({ customer }) => ({ kind: 'customer-changed', detail: 'customer-logged-out', object: customer }),
}
