import type { Bus } from './bus/bus.ts'
import type { JobCounts } from './jobs/reads.ts'
import type { Session } from './wire/session.ts'
import { LIMITS, type LimitHits } from './wire/limit-hits.ts'

/** Of commands of one type that ended in one way. `seconds` is the sum of what each took until its answer was durable. */
export type CommandCount = { type: string; outcome: string; count: number; seconds: number }

type Given = {
  limitHits: LimitHits
  sessions: () => readonly Session[]
  commands: () => readonly CommandCount[]
  clockOffMs: () => number
  bus: Pick<Bus, 'isUp' | 'counts'>
  /** Of the database, and so the same on all nodes. */
  jobs: () => Promise<JobCounts>
}

export type Metrics = () => Promise<{ type: string; text: string }>

/**
 * What this node counts, in Prometheus' text format. The library is loaded when somebody first asks: it and its own measures of
 * the process weigh as much as thousands of connections.
 */
export function metricsOf(given: Given): Metrics {
  let opened: ReturnType<typeof open> | undefined

  async function open() {
    const { Counter, Gauge, Registry, collectDefaultMetrics } = (await import('prom-client')).default
    const registry = new Registry()
    collectDefaultMetrics({ register: registry })
    for (const { kind, samples, ...named } of figuresOf(given)) {
      const Metric = kind === 'counter' ? Counter : Gauge
      const metric = new Metric({
        ...named,
        registers: [],
        async collect() {
          const found = await samples()
          metric.reset()
          for (const [value, labels = {}] of found) metric.inc(labels, value)
        },
      })
      registry.registerMetric(metric)
    }
    return registry
  }

  return async () => {
    const registry = await (opened ??= open())
    return { type: registry.contentType, text: await registry.metrics() }
  }
}

type Sample = readonly [value: number, labels?: Record<string, string>]
type Figure = {
  kind: 'counter' | 'gauge'
  name: string
  help: string
  labelNames: string[]
  samples: () => readonly Sample[] | Promise<readonly Sample[]>
}

const figuresOf = ({ limitHits, sessions, commands, clockOffMs, bus, jobs }: Given): readonly Figure[] => [
  {
    kind: 'counter',
    name: 'portico_limited_total',
    help: 'How often a limit was reached',
    labelNames: ['limit'],
    samples: () => LIMITS.map((limit) => [limitHits.of(limit), { limit }]),
  },
  {
    kind: 'gauge',
    name: 'portico_connections',
    help: 'Connections of people, by transport',
    labelNames: ['kind', 'over'],
    samples: () => sessions().map(({ actor, outlet }) => [1, { kind: actor.kind, over: outlet.over }]),
  },
  {
    kind: 'gauge',
    name: 'portico_queued_bytes',
    help: 'What is queued for connections that read more slowly than is written',
    labelNames: [],
    samples: () => [[sessions().reduce((sum, { outlet }) => sum + outlet.queuedBytes(), 0)]],
  },
  {
    kind: 'gauge',
    name: 'portico_clock_off_seconds',
    help: 'How far the clock of this node is ahead of the database’s',
    labelNames: [],
    samples: () => [[clockOffMs() / 1000]],
  },
  {
    kind: 'gauge',
    name: 'portico_bus_up',
    help: 'Whether this node and the others hear each other: 1, or 0',
    labelNames: [],
    samples: () => [[bus.isUp() ? 1 : 0]],
  },
  {
    kind: 'counter',
    name: 'portico_bus_messages_total',
    help: 'What nodes say to each other, in pieces: said, heard of others, or dropped because there was no way',
    labelNames: ['way'],
    samples: () => Object.entries(bus.counts()).map(([way, count]) => [count, { way }]),
  },
  {
    kind: 'gauge',
    name: 'portico_jobs_parked',
    help: 'What has been tried for the last time and waits for an administrator',
    labelNames: ['kind'],
    samples: async () => Object.entries((await jobs()).parked).map(([kind, count]) => [count, { kind }]),
  },
  {
    kind: 'gauge',
    name: 'portico_job_lines_overdue',
    help: 'Lines of jobs that could go on',
    labelNames: ['lane'],
    samples: async () => Object.entries((await jobs()).overdue).map(([lane, count]) => [count, { lane }]),
  },
  {
    kind: 'counter',
    name: 'portico_commands_total',
    help: 'Commands, by how they ended',
    labelNames: ['type', 'outcome'],
    samples: () => commands().map(({ type, outcome, count }) => [count, { type, outcome }]),
  },
  {
    kind: 'counter',
    name: 'portico_command_seconds_total',
    help: 'Time until commands were answered durably',
    labelNames: ['type', 'outcome'],
    samples: () => commands().map(({ type, outcome, seconds }) => [seconds, { type, outcome }]),
  },
]
