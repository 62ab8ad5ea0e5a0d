import { join } from 'node:path'
import type { CommandId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Outcome } from '@portico/protocol/outcome'
import { registry as real } from '@portico/server/registry'
import { system } from '@portico/server/platform/actor'
import type { AnyCommand } from '@portico/server/platform/capability'
import type { Db, InTransaction } from '@portico/server/platform/db/database'
import { transactionsOn } from '@portico/server/platform/db/dialect'
import { migrate } from '@portico/server/platform/db/migrate'
import { postgres } from '@portico/server/platform/db/postgres'
import { sqlite } from '@portico/server/platform/db/sqlite'
import type { AnyCapability, Registry } from '@portico/server/platform/registry'
import { openRoad, type Road } from '@portico/server/platform/road'
import type { TestDatabase } from './test-database.ts'

export type ToyRoad = {
  road: Road
  db: Db
  faults: { what: string; error: unknown }[]
  /** As an internal command is sent: by the server to itself. */
  run: (command: object, at: number) => Promise<Outcome>
  close: () => Promise<void>
}

type Options = { capabilities: readonly AnyCapability[]; around?: (inTransaction: InTransaction) => InTransaction }

/** The road alone, without a server around it, for capabilities that only a test has. */
export async function openToyRoad(database: TestDatabase, { capabilities, around = (same) => same }: Options): Promise<ToyRoad> {
  const db = connectTo(database)
  const registry: Registry = {
    capabilities,
    recognise: async (_db, actor) => (actor.kind === 'system' ? actor : Promise.reject(new Error('nobody else comes here'))),
    governs: () => false,
    migrations: [...real.migrations, ...capabilities.flatMap(({ migrations }) => migrations)],
  }
  await migrate(db, registry.migrations, 0)
  const faults: ToyRoad['faults'] = []
  const road = openRoad({
    registry,
    db,
    inTransaction: around(transactionsOn(db)),
    onCommitted: () => {},
    onFault: (fault) => faults.push(fault),
    onRoom: () => {},
  })
  return {
    road,
    db,
    faults,
    run: (command, at) => road.run({ id: newId<CommandId>(at), command: command as AnyCommand, actor: system('toys'), at }), // of the test's own capabilities
    close: async () => {
      await road.close()
      await db.destroy()
    },
  }
}

/** The connection that writes, or a pool, as the store opens it. */
export function connectTo({ environment: { PORTICO_DATABASE: url, PORTICO_DATA: folder = '' } }: TestDatabase): Db {
  return url === undefined ? sqlite(join(folder, 'portico.db')) : postgres(url)
}
