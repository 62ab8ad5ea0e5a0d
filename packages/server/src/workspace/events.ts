import type { WorkspaceCommand } from '@portico/protocol/workspace'

export type { WorkspaceCommand }
export type WorkspaceEvent = { type: 'site.renamed'; name: string } | { type: 'site.zone-chosen'; zone: string }

declare module '../platform/capability.ts' {
  interface Events {
    workspace: WorkspaceEvent
  }
}
