import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Monitored, MonitoringCommand } from '@portico/protocol/monitoring'

export type Choice = { conversation: ConversationId; of: Monitored }

/** `chosen`: all that he has chosen, this included. */
export type MonitoringEvent = {
  type: 'monitor.set'
  operator: OperatorId
  choice: Choice
  chosen: readonly Choice[]
  at: number
}

export type { MonitoringCommand }

declare module '../platform/capability.ts' {
  interface Events {
    monitoring: MonitoringEvent
  }
}
