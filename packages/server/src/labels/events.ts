import type { Label, LabelsCommand, Skills } from '@portico/protocol/labels'

/** `knownBy`: what is left to those who knew it. */
export type LabelsEvent =
  | { type: 'label.made'; label: Label; at: number }
  | { type: 'label.changed'; label: Label }
  | { type: 'label.removed'; label: Label; knownBy: readonly Skills[]; at: number }
  | { type: 'skills.changed'; skills: Skills }

export type { LabelsCommand }

declare module '../platform/capability.ts' {
  interface Events {
    labels: LabelsEvent
  }
}
