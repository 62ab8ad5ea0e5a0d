import type { JobId } from '@portico/protocol/ids'
import type { SystemCommand } from '@portico/protocol/system'

export type { SystemCommand }
export type SystemEvent = { type: 'job.retried'; job: JobId; at: number } | { type: 'job.dropped'; job: JobId }

declare module '../platform/capability.ts' {
  interface Events {
    system: SystemEvent
  }
}
