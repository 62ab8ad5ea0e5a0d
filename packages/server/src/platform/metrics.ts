import type { Metric } from 'prom-client'
import type { Session } from './wire/session.ts'
import { LIMITS, type Limited } from './wire/limited.ts'

/** Of commands of one type that ended in one way. `seconds` is the sum of what each took until its answer was durable. */
export type CommandCount = { type: string; outcome: string; count: number; seconds: number }

type Given = { limited: Limited; sessions: () => readonly Session[]; commands: () => readonly CommandCount[] }

export type Metrics = () => Promise<{ type: string; text: string }>

/**
 * What this node counts, in Prometheus' text format. The library is loaded when somebody first asks: it and its own measures of
 * the process weigh as much as thousands of connections.
 */
export function metricsOf({ limited, sessions, commands }: Given): Metrics {
  const open = async () => {
    const { Counter, Gauge, Registry, collectDefaultMetrics } = (await import('prom-client')).default
    const registry = new Registry()
    const add = (metric: Metric) => registry.registerMetric(metric)
    collectDefaultMetrics({ register: registry })

    add(
      new Counter({
        name: 'portico_limited_total',
        help: 'How often a limit was reached',
        labelNames: ['limit'],
        registers: [],
        collect() {
          this.reset()
          for (const limit of LIMITS) this.inc({ limit }, limited.of(limit))
        },
      }),
    )
    add(
      new Gauge({
        name: 'portico_connections',
        help: 'Connections of people, by transport',
        labelNames: ['kind', 'over'],
        registers: [],
        collect() {
          this.reset()
          for (const { actor, outlet } of sessions()) this.inc({ kind: actor.kind, over: outlet.over })
        },
      }),
    )
    add(
      new Gauge({
        name: 'portico_queued_bytes',
        help: 'What is queued for connections that read more slowly than is written',
        registers: [],
        collect() {
          this.set(sessions().reduce((sum, { outlet }) => sum + outlet.queuedBytes(), 0))
        },
      }),
    )
    add(
      new Counter({
        name: 'portico_commands_total',
        help: 'Commands, by how they ended',
        labelNames: ['type', 'outcome'],
        registers: [],
        collect() {
          this.reset()
          for (const { type, outcome, count } of commands()) this.inc({ type, outcome }, count)
        },
      }),
    )
    add(
      new Counter({
        name: 'portico_command_seconds_total',
        help: 'Time until commands were answered durably',
        labelNames: ['type', 'outcome'],
        registers: [],
        collect() {
          this.reset()
          for (const { type, outcome, seconds } of commands()) this.inc({ type, outcome }, seconds)
        },
      }),
    )
    return registry
  }
  let opened: ReturnType<typeof open> | undefined

  return async () => {
    const registry = await (opened ??= open())
    return { type: registry.contentType, text: await registry.metrics() }
  }
}
