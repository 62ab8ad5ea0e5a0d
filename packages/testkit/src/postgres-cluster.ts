// A PostgreSQL of the tests' own: a private data folder, a free port, an unprivileged user (it refuses to run as root).
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

// No test ends this PostgreSQL: servers are killed, and what it has answered to them it keeps without waiting for a disk.
const QUICK = '-c fsync=off -c full_page_writes=off'

type Cluster = { url: (database: string) => string; stop: () => void }

/** Undefined where this machine has no PostgreSQL. */
export async function startCluster(): Promise<Cluster | undefined> {
  const bin = findBinaries()
  if (!bin) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'portico-postgres-'))
  const port = await freePort()
  const asUser = userFor(folder)
  const run = (program: string, ...args: string[]) => execFileSync(join(bin, program), args, { ...asUser, stdio: 'pipe' })
  run('initdb', '-D', folder, '-U', 'portico', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-instructions')
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=400 -c shared_buffers=64MB ${QUICK}`
  run('pg_ctl', '-D', folder, '-w', '-l', join(folder, 'log'), '-o', settings, 'start')
  const stop = () => {
    process.off('exit', stop)
    spawnSync(join(bin, 'pg_ctl'), ['-D', folder, '-m', 'immediate', 'stop'], asUser)
    rmSync(folder, { recursive: true, force: true })
  }
  // Tests that are interrupted leave none behind.
  process.once('exit', stop)
  return { url: (database) => `postgres://portico@127.0.0.1:${port}/${database}`, stop }
}

function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')))
}

function userFor(folder: string): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const env = { PATH: process.env.PATH, LC_ALL: 'C' }
  if (process.getuid?.() !== 0) return { cwd: folder, env }
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  const [uid, gid] = [id('-u'), id('-g')]
  chownSync(folder, uid, gid)
  return { uid, gid, cwd: folder, env }
}
