import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os'

/** Where and when a figure was measured; `load` tells how much else the machine was doing. */
export type Machine = {
  when: string
  node: string
  os: string
  processor: string
  cores: number
  memoryGib: number
  load: number
}

export function machine(): Machine {
  return {
    when: new Date().toISOString(),
    node: process.version,
    os: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGib: Math.round(totalmem() / 2 ** 30),
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
  }
}
