import { parentPort, workerData } from 'node:worker_threads'
import { registry } from './registry.ts'
import type { InTransaction } from './platform/db/database.ts'
import { transactionsOn } from './platform/db/dialect.ts'
import { faultOf } from './platform/db/faults.ts'
import { serveRoad } from './platform/db/writing-server.ts'
import { sqlite } from './platform/db/sqlite.ts'
import { must } from './platform/must.ts'
import { openRoad } from './platform/road.ts'

/** The whole road in this thread, on the one connection that may write. `around` sees every transaction: tests end the process there. */
export function serveRoadHere(around: (inTransaction: InTransaction) => InTransaction = (same) => same): void {
  const { file } = workerData as { file: string } // store.ts gave it
  serveRoad(must(parentPort), (say) => {
    const db = sqlite(file, (error) => {
      if (faultOf(error) === 'broken') say({ say: 'fatal', error: asError(error) })
    })
    return openRoad({
      registry,
      db,
      inTransaction: around(transactionsOn(db)),
      onCommitted: (committed) => say({ say: 'committed', committed }),
      onFault: ({ what, error }) => say({ say: 'fault', what, error: asError(error) }),
      onRoom: (room) => say({ say: 'room', room }),
    })
  })
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
