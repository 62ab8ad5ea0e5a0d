import { parseProxies } from '@portico/server/platform/wire/address'
import { around, type OpenNeighbours } from '@portico/server/neighbours'
import { startServer, type PorticoServer } from '@portico/server/server'
import type { Place } from './person.ts'
import type { Site } from './site.ts'
import type { TestDatabase } from './test-database.ts'

/** One more server on the same database, in the same time. */
export type OtherNode = Place & { server: PorticoServer; close: () => Promise<void> }

export const neighboursOn = ({ environment }: TestDatabase, redis?: string): OpenNeighbours =>
  around({ database: environment['PORTICO_DATABASE'] ?? '', redis })

type Options = { openNeighbours?: OpenNeighbours; openStore?: TestDatabase['open']; clock?: Site['clock'] }

export async function openNode(site: Site, { clock = site.clock, ...options }: Options = {}): Promise<OtherNode> {
  const server = await startServer({
    openStore: site.database.open,
    ...options,
    clock,
    host: '127.0.0.1',
    port: 0,
    trusted: parseProxies('127.0.0.1'),
    onFault: (fault) => site.faults.push(fault),
    onFatal: (error) => site.faults.push({ what: 'fatal', error }),
  })
  return { url: server.url.replace('localhost', '127.0.0.1'), clock, people: site.people, server, close: server.close }
}
