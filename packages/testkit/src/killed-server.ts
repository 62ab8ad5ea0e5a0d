// The real server as a process of its own, which ends at a named point when told so by KILL_POINT and KILL_PASSAGE.
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { realClock } from '@portico/server/platform/clock'
import { readConfig } from '@portico/server/config'
import { startServer } from '@portico/server/server'
import { openPostgresStore, openSqliteStore, type StoreOptions } from '@portico/server/store'
import { die, killingAround, readOrder } from './kill-points.ts'

const ANSWERED_MS = 5

const { KILL_POINT: _, KILL_PASSAGE: __, ...settings } = process.env
const config = readConfig(settings)
const { point, passage } = readOrder(process.env)

const server = await startServer({
  clock: realClock,
  host: '127.0.0.1',
  port: config.port,
  trusted: config.trusted,
  openStore: (options) => open({ ...options, onCommitted: announcing(options.onCommitted) }),
  onFault: ({ what, error }) => process.stderr.write(`${what}: ${String(error)}\n`),
  onFatal: (error) => {
    process.stderr.write(`fatal: ${String(error)}\n`)
    process.exit(1)
  },
})
// Whoever is killed keeps nothing at his end of what he has compiled.
flushCompileCache()
process.stdout.write(`ready ${server.setupToken ?? '-'}\n`)

function open(options: StoreOptions) {
  if (config.database) return openPostgresStore(config.database, options, killingAround(process.env))
  return openSqliteStore(join(config.dataFolder, 'portico.db'), options, {
    road: new URL('./killed-road-thread.ts', import.meta.url),
  })
}

// The answer goes out, what follows from it does not: nobody is told of the commit by this process.
function announcing(announce: StoreOptions['onCommitted']): StoreOptions['onCommitted'] {
  if (point !== 'before-announcing') return announce
  let passed = 0
  return (committed) => {
    passed++
    if (passed < passage) announce(committed)
    if (passed === passage) setTimeout(() => die('before-announcing'), ANSWERED_MS)
  }
}
