import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startCluster } from '@portico/testkit/postgres-cluster'
import { admin } from '@portico/testkit/test-database'
import { openCrowd, type Crowd } from '../load/crowd.ts'
import { populate, type Population, type Size } from '../load/population.ts'
import { startPortico, startProcess, type ServerProcess } from './server-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

const BARE = fileURLToPath(import.meta.resolve('../bare/bare-server.ts'))

export type Keeping = 'SQLite' | 'PostgreSQL'
type Kept = { population: Population; url?: string; copy: string; close: () => void }

/** Portico and the bare server, each a process on its own copy of the same data folder. */
export type Pair = { portico: Side; bare: Side; population: Population }
export type Side = { server: ServerProcess; crowd: Crowd }

export async function withPair<T>(
  { size, signal, keeping = 'SQLite' }: { size: Size; signal: AbortSignal; keeping?: Keeping },
  work: (pair: Pair) => Promise<T>,
): Promise<T> {
  const folder = temporaryFolder()
  const closers: (() => void | Promise<void>)[] = [folder.remove]
  try {
    const own = join(folder.path, 'portico')
    const { population, url, copy, close } = await (keeping === 'SQLite' ? inFiles : inPostgres)(own, size)
    closers.unshift(close)
    const open = async (server: ServerProcess, kind: 'portico' | 'bare') => {
      closers.unshift(server.stop)
      const crowd = openCrowd({ port: server.port, kind })
      closers.unshift(crowd.close)
      return { server, crowd }
    }
    const portico = await open(await startPortico(own, { signal, url }), 'portico')
    const bare = await open(await startProcess({ command: [process.execPath, BARE, copy], signal }), 'bare')
    return await work({ portico, bare, population })
  } finally {
    for (const close of closers) await close()
  }
}

async function inFiles(own: string, size: Size): Promise<Kept> {
  const population = await populate({ folder: own }, size)
  const copy = join(dirname(own), 'bare')
  cpSync(own, copy, { recursive: true })
  return { population, copy, close: () => {} }
}

async function inPostgres(_folder: string, size: Size): Promise<Kept> {
  const cluster = await startCluster()
  if (!cluster) throw new Error('this machine has no PostgreSQL')
  const server = cluster.url('postgres')
  await admin(server, 'create database portico')
  const url = cluster.url('portico')
  const population = await populate({ url }, size)
  await admin(server, 'create database bare template portico')
  return { population, url, copy: cluster.url('bare'), close: cluster.stop }
}
