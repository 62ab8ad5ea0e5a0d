import { setTimeout } from 'node:timers/promises'
import type { BenchVisitor } from './load/population.ts'
import { measured, type Bench } from './measure.ts'
import { withPair, type Side } from './server/pair.ts'
import { residentBytes } from './server/resident.ts'

const SOCKETS = 10_000
// Connected before the first look, so that what is loaded and compiled once is not counted.
const FIRST = 500
const AT_ONCE = 100
const SETTLING_MS = 5000
const KIB = 1024
const SIZE = { teams: 0, operatorsPerTeam: 0, conversationsPerOperator: 0, idleVisitors: SOCKETS + FIRST }

export const run: Bench = ({ progress, signal }) =>
  withPair({ size: SIZE, signal }, async ({ portico, bare, population: { visitors } }) => {
    const bytesPerSocket = async ({ server, crowd }: Side, name: string) => {
      await connectAll(visitors.slice(0, FIRST))
      const before = await residentBytes(server.pid)
      const startedAt = performance.now()
      await connectAll(visitors.slice(FIRST))
      const seconds = (performance.now() - startedAt) / 1000
      await crowd.undisturbed(setTimeout(SETTLING_MS, undefined, { signal }))
      const after = await residentBytes(server.pid)
      crowd.close()
      progress(`${name}: ${Math.round(after / KIB / KIB)} MiB in all, connected in ${seconds.toFixed(1)} s`)
      return { bytes: (after - before) / SOCKETS, perSecond: SOCKETS / seconds }

      async function connectAll(all: readonly BenchVisitor[]): Promise<void> {
        for (let start = 0; start < all.length; start += AT_ONCE) {
          await crowd.undisturbed(Promise.all(all.slice(start, start + AT_ONCE).map(crowd.visitor)))
          if (start % 1000 === 0) progress(`${name}: ${start} of ${all.length} connected`)
        }
      }
    }
    const other = await bytesPerSocket(bare, 'bare ws')
    const own = await bytesPerSocket(portico, 'Portico')
    return [
      measured({
        measure: `memory of an idle visitor's socket, ${SOCKETS} connected`,
        unit: 'KiB',
        value: own.bytes / KIB,
        baseline: other.bytes / KIB,
        limit: { of: 'value', atMost: 25 },
      }),
      measured({ measure: 'visitors connected', unit: 'sockets/s', value: own.perSecond, baseline: other.perSecond }),
    ]
  })
