import { realClock, type Clock } from '@portico/server/platform/clock'
import { startServer, type PorticoServer } from '@portico/server/server'
import { expect } from 'vitest'
import { makeAccount, type Account } from './account.ts'
import { MAIN } from './person.ts'
import type { TestDatabase } from './test-database.ts'

type Prepare = (town: { server: PorticoServer; clock: Clock }, root: Account) => Promise<void>

/** Operators of a place that stands still, before real nodes are started there. Root owns it, and may prepare it. */
export async function hireAll(
  database: TestDatabase,
  names: readonly string[],
  prepare: Prepare = async () => {},
): Promise<readonly Account[]> {
  const fail = (fault: unknown) => expect.fail(JSON.stringify(fault))
  const server = await startServer({
    openStore: database.open,
    clock: realClock,
    host: '127.0.0.1',
    port: 0,
    trusted: [],
    onFault: fail,
    onFatal: fail,
  })
  const town = { server, clock: realClock }
  const root = await makeAccount(town, { name: 'Root', role: 'owner', channels: [MAIN] })
  const hired: Account[] = []
  for (const name of names) hired.push(await makeAccount(town, { name, role: 'operator', channels: [MAIN], by: root }))
  await prepare(town, root)
  await server.close()
  return hired
}
