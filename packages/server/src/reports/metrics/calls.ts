import { counting, type Metric } from './metric.ts'

const number: Metric = { unit: 'calls', aggregate: 'sum', nullWhen: 'never', of: ({ calls }) => calls.length }

/** Its sum counts conversations with a call, its average is their share. */
const any = counting(({ calls }) => calls.length > 0)

/** All calls of the conversation together, one that runs up to now (19 shows hours). */
const duration: Metric = {
  unit: 'seconds',
  aggregate: 'average',
  nullWhen: 'no-call',
  of: ({ calls }, { at }) =>
    calls.length === 0 ? null : calls.reduce((sum, call) => sum + Math.max(0, (call.endedAt ?? at) - call.startedAt), 0) / 1000,
}

export const calls = { number, any, duration }
