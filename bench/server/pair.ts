import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCrowd, type Crowd } from '../load/crowd.ts'
import { populate, type Population, type Size } from '../load/population.ts'
import { startPortico, startProcess, type ServerProcess } from './server-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

const BARE = fileURLToPath(import.meta.resolve('../bare/bare-server.ts'))

/** Portico and the bare server, each a process on its own copy of the same data folder. */
export type Pair = { portico: Side; bare: Side; population: Population }
export type Side = { server: ServerProcess; crowd: Crowd }

export async function withPair<T>(
  { size, signal }: { size: Size; signal: AbortSignal },
  work: (pair: Pair) => Promise<T>,
): Promise<T> {
  const folder = temporaryFolder()
  const closers: (() => void | Promise<void>)[] = [folder.remove]
  try {
    const own = join(folder.path, 'portico')
    const copy = join(folder.path, 'bare')
    const population = await populate(own, size)
    cpSync(own, copy, { recursive: true })
    const open = async (server: ServerProcess, kind: 'portico' | 'bare') => {
      closers.unshift(server.stop)
      const crowd = openCrowd({ port: server.port, kind })
      closers.unshift(crowd.close)
      return { server, crowd }
    }
    const portico = await open(await startPortico(own, { signal }), 'portico')
    const bare = await open(await startProcess({ command: [process.execPath, BARE, copy], signal }), 'bare')
    return await work({ portico, bare, population })
  } finally {
    for (const close of closers) await close()
  }
}
