// Loaded into a server before its main file: tells the process that started it how late its event loop was.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

export type LoopDelay = { p50Ms: number; p99Ms: number; maxMs: number }

const RESOLUTION_MS = 5
const NANOSECONDS = 1e6

if (isMainThread && process.send) {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  histogram.enable()
  process.on('message', (ask) => {
    // The histogram counts its own timer's interval with each sample.
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS)
    if (ask === 'reset') return histogram.reset()
    const delay: LoopDelay = {
      p50Ms: late(histogram.percentile(50)),
      p99Ms: late(histogram.percentile(99)),
      maxMs: late(histogram.max),
    }
    process.send?.(delay)
  })
  process.channel?.unref()
}
