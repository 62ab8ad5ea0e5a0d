import type { WorkspaceCommand } from '@portico/protocol/workspace'

export type { WorkspaceCommand }
export type WorkspaceEvent = { type: 'site.renamed'; name: string }

declare module '../platform/capability.ts' {
  interface Events {
    workspace: WorkspaceEvent
  }
}
