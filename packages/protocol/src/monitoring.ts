// How somebody is called when something is said in a conversation, also in one that others have. What nobody has chosen stands in
// no view: then the visitor's words call those who are in it, and nobody else.
import { conversationId } from './ids.ts'
import { MONITORED } from './monitored.ts'
import * as s from './schema.ts'

const of = s.literal(MONITORED)

const monitoringCommand = s.variant('type', [
  // Refused `full` where one has chosen for too many that still run.
  s.object({ type: s.literal('monitor.set'), conversation: conversationId, of }),
])

export const monitoring = {
  command: monitoringCommand,
  parts: {
    /** What one has chosen for conversations that run. */
    operator: s.object({ monitored: s.array(s.object({ conversation: conversationId, of })).default([]) }),
  },
}

export type Monitored = s.Infer<typeof of>
export type MonitoringCommand = s.Infer<typeof monitoringCommand>
