import { capability, type Capability } from '../platform/capability.ts'
import { broadcasts } from './broadcasts.ts'
import { commands } from './commands.ts'
import type { AttachmentCommand, AttachmentEvent } from './events.ts'
import { migrations } from './tables.ts'
import { writes } from './writes.ts'

export type Attachments = Capability<AttachmentCommand, AttachmentEvent>

export const attachments = capability<AttachmentCommand, AttachmentEvent>({
  name: 'attachments',
  migrations,
  subjects: {
    // What is unsent is counted over the whole site.
    'attachment.begin': ({ conversation }) => [`conversation:${conversation}`, 'site:unsent-files'],
    'attachment.store': ({ attachment }) => [`attachment:${attachment}`],
    'attachment.forget': ({ attachment }) => [`attachment:${attachment}`],
  },
  commands,
  writes,
  broadcasts,
  security: 'none',
  routes: async () => (await import('./routes.ts')).routes,
})
