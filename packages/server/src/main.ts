// Reads the configuration, picks the variants, starts, stops. The only file that knows every variant.
import { join } from 'node:path'
import { pino } from 'pino'
import { BadConfig, readConfig, VARIABLES, type Config } from './config.ts'
import { prepareDataFolder } from './data-folder.ts'
import { openIncoming, type Files } from './platform/blobs/incoming.ts'
import { realClock } from './platform/clock.ts'
import { CannotStart } from './platform/cannot-start.ts'
import { DATA_FILES } from './platform/data-files.ts'
import { faultOf } from './platform/db/faults.ts'
import { alone, around } from './neighbours.ts'
import { openBlobs } from './open-blobs.ts'
import { smtpMail, type Smtp } from './platform/mail/smtp-mail.ts'
import { startServer } from './server.ts'
import { openPostgresStore, openSqliteStore, type StoreOptions } from './store.ts'

const STOPPING_MS_MAX = 10_000

if (process.argv.includes('--help')) help()
else await main()

async function main(): Promise<void> {
  try {
    await start(readConfig(process.env))
  } catch (error) {
    const line = explain(error)
    if (line === undefined) throw error
    process.stderr.write(`Portico did not start: ${line}\n`)
    process.exitCode = 1
  }
}

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const securityLog = log.child({ log: 'security' }, { level: config.logLevel === 'silent' ? 'silent' : 'info' })
  for (const path of prepareDataFolder(config.dataFolder))
    log.warn({ path }, 'others on this machine could read it: it has been closed to them')
  const server = await startServer({
    clock: realClock,
    host: config.host,
    port: config.port,
    trusted: config.trusted,
    publicUrl: config.publicUrl,
    metricsToken: config.metricsToken,
    files: await openFiles(config),
    terminal: config.database === undefined ? join(config.dataFolder, DATA_FILES.socket) : undefined,
    openMail: config.smtp && openMailOf(config.smtp),
    openStore: (options: StoreOptions) =>
      config.database === undefined ? openSqliteStore(config.file, options) : openPostgresStore(config.database, options),
    openNeighbours: config.database === undefined ? alone : around({ database: config.database, redis: config.redis }),
    onBus: (isUp) =>
      isUp
        ? log.info('other nodes are heard')
        : log.warn('other nodes are not heard any more: each looks every second, until they are again'),
    onFault: ({ what, error }) => log.error({ err: error }, what),
    onSecurity: (row) => securityLog.info(row, row.kind),
    onWarning: (line) => log.error(line),
    onUntrustedProxy: (address) =>
      log.warn(
        { address },
        'requests come by way of a proxy that is not named in PORTICO_TRUSTED_PROXIES: all visitors count as one address, and cookies are not secure',
      ),
    onUnreadableHop: (written) =>
      log.warn(
        { written },
        'a trusted proxy wrote what is no address into X-Forwarded-For: whoever comes so counts as the proxy itself',
      ),
    onClock: (offMs, isOff) =>
      isOff
        ? log.warn({ offMs }, 'the clock of this machine is not that of the database: keep both by NTP, or times are shown wrong')
        : log.info({ offMs }, 'the clock of this machine is right again'),
    onFatal: (error) => {
      log.fatal({ err: error }, 'the store has failed; what was acknowledged is kept, start again')
      process.exit(1)
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  const at = config.publicUrl ?? server.url
  const setup = server.setupToken && `Make the owner's account: ${at}/setup#token=${server.setupToken}\n`
  process.stdout.write(`Portico listens at ${server.url}${at === server.url ? '' : `, for ${at}`}\n${setup ?? ''}`)

  async function stop(): Promise<void> {
    setTimeout(() => process.exit(1), STOPPING_MS_MAX).unref()
    await server.close()
    process.exit(0)
  }
}

async function openFiles(config: Config): Promise<Files> {
  const incoming = await openIncoming({ folder: join(config.dataFolder, DATA_FILES.incoming), clock: realClock })
  return { incoming, blobs: await openBlobs(config) }
}

const openMailOf = (smtp: Smtp) => (siteName: () => Promise<string>) => smtpMail(smtp, siteName)

/** One line for what the person who starts it can mend; undefined for what only we can. */
function explain(error: unknown): string | undefined {
  if (error instanceof BadConfig || error instanceof CannotStart) return error.message
  if (!(error instanceof Error)) return undefined
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return `port ${String(process.env.PORT ?? 4400)} is in use by another program; set PORT to a free one`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return `the data folder cannot be written (${error.message}); set PORTICO_DATA to one that can`
    case '28P01':
    case '3D000':
      return `the database cannot be opened (${error.message})`
    default:
      return explainFault(error)
  }
}

function explainFault(error: Error): string | undefined {
  switch (faultOf(error)) {
    case 'full':
      return `the disk is full (${error.message}); make room`
    case 'busy':
      return `the database is held by another program (${error.message}); end that one`
    case 'away':
      return `the database cannot be reached (${error.message})`
    case 'broken':
      return `the database cannot be read (${error.message}); see to the disk, or restore a backup`
    case undefined:
      return 'code' in error && error.code === 'ERR_SQLITE_ERROR' ? `the database cannot be opened (${error.message})` : undefined
  }
}

function help(): void {
  process.stdout.write('Portico, live chat for websites. Settings are environment variables:\n\n')
  process.stdout.write('  PORT                      the port to listen on (default 4400)\n')
  for (const [name, what] of Object.entries(VARIABLES)) process.stdout.write(`  ${name.padEnd(25)} ${what}\n`)
}
