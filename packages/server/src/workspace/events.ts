import type { SiteSwitch, SwitchedOff } from '@portico/protocol/switches'
import type { WorkspaceCommand } from '@portico/protocol/workspace'

export type { WorkspaceCommand }
export type WorkspaceEvent =
  | { type: 'site.renamed'; name: string }
  | { type: 'site.zone-chosen'; zone: string }
  /** `off`: all that is switched off then. */
  | { type: 'site.switched'; what: SiteSwitch; isOn: boolean; off: readonly SwitchedOff[]; at: number }

declare module '../platform/capability.ts' {
  interface Events {
    workspace: WorkspaceEvent
  }
}
