import { basename, dirname, isAbsolute, resolve } from 'node:path'
import type { S3 } from './platform/blobs/s3-blobs.ts'
import { DATA_FILES } from './platform/data-files.ts'
import { isMailAddress } from './platform/mail/mail-address.ts'
import type { Smtp } from './platform/mail/smtp-mail.ts'
import { originFrom } from './platform/wire/host.ts'
import { parseProxies, type TrustedProxies } from './platform/wire/address.ts'

export type Config = {
  dataFolder: string
  port: number
  host: string
  /** A PostgreSQL address; undefined keeps everything in one SQLite file. */
  database: string | undefined
  /** That file, in the data folder. */
  file: string
  /** Beside a PostgreSQL database: nodes hear of each other by it. */
  redis: string | undefined
  trusted: TrustedProxies
  /** Such as https://chat.example.org, or https://example.org/chat; undefined: links are made for loopback and private hosts only. */
  publicUrl: string | undefined
  /** The server that takes mails; undefined: none are sent. */
  smtp: Smtp | undefined
  /** Whoever knows it may read /metrics; undefined: nobody may. */
  metricsToken: string | undefined
  /** Where files lie; undefined: in the data folder. */
  s3: S3 | undefined
  logLevel: (typeof LOG_LEVELS)[number]
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
const DEFAULT_PORT = 4400
const DEFAULT_REGION = 'us-east-1'
const METRICS_TOKEN = /^[\x21-\x7e]{20,200}$/

/** What each variable is for; the documents and the check for unknown ones follow this list. */
export const VARIABLES = {
  PORTICO_DATA: 'the folder that holds everything (default ./data)',
  PORTICO_HOST: 'the address to listen on (default 0.0.0.0)',
  DATABASE_URL:
    'postgres://… to keep everything in PostgreSQL, or the path of a file, such as sqlite:./data/portico.db (default: portico.db in the data folder)',
  PORTICO_DATABASE: 'another name for DATABASE_URL',
  REDIS_URL: 'redis://… or rediss://…, beside PostgreSQL: by it several nodes hear of each other',
  PORTICO_URL:
    'the address by which people reach it, such as https://chat.example.org, or https://example.org/chat behind a proxy that takes /chat off; links begin with it, other hosts are refused',
  PORTICO_TRUSTED_PROXIES: 'addresses or ranges, comma separated, whose forwarded headers are believed',
  SMTP_URL:
    'smtp://user:password@host:587?from=chat@example.org to send mails (smtps:// for TLS from the beginning); needs PORTICO_URL',
  PORTICO_METRICS_TOKEN: 'a secret of at least 20 characters that opens /metrics (without it there is no such page)',
  PORTICO_S3_URL:
    'a bucket of what speaks S3, such as https://s3.example.org/portico, for the files that people send (default: the data folder)',
  PORTICO_S3_KEY: 'the access key of that bucket',
  PORTICO_S3_SECRET: 'its secret',
  PORTICO_S3_REGION: 'its region (default us-east-1)',
  PORTICO_LOG: `${LOG_LEVELS.join(', ')} (default warn)`,
} as const

export class BadConfig extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
  }
}

/** Reads the environment once, at start; lists all faults, not the first. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults = Object.keys(env)
    .filter((name) => name.startsWith('PORTICO_') && !(name in VARIABLES))
    .map((name) => `${name} is not a setting of Portico; known are ${Object.keys(VARIABLES).join(', ')} and PORT`)
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read()
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error))
      return undefined
    }
  }
  const port = attempt(() => parsePort(env.PORT))
  const kept = attempt(() => parseDatabase(env))
  const redis = attempt(() => parseRedis(env.REDIS_URL))
  const trusted = attempt(() => parseTrusted(env.PORTICO_TRUSTED_PROXIES ?? ''))
  const publicUrl = attempt(() => parsePublicUrl(env.PORTICO_URL))
  const smtp = attempt(() => parseSmtp(env.SMTP_URL))
  if (smtp && !env.PORTICO_URL) faults.push('SMTP_URL is set without PORTICO_URL: mails hold links, and those need an address')
  const metricsToken = attempt(() => parseMetricsToken(env.PORTICO_METRICS_TOKEN))
  const s3 = attempt(() => parseS3(env))
  const logLevel = attempt(() => parseLevel(env.PORTICO_LOG))
  if (faults.length > 0 || port === undefined || !kept || !trusted || !logLevel) throw new BadConfig(faults)
  return {
    ...kept,
    host: env.PORTICO_HOST ?? '0.0.0.0',
    port,
    redis,
    trusted,
    publicUrl,
    smtp,
    metricsToken,
    s3,
    logLevel,
  }
}

function parsePort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT is ${text}, expected a number from 0 to 65535`)
}

type Kept = Pick<Config, 'dataFolder' | 'database' | 'file'>

// Neither may be told in full: the address holds a password.
function parseDatabase({ DATABASE_URL, PORTICO_DATABASE, PORTICO_DATA }: Readonly<Record<string, string | undefined>>): Kept {
  if (DATABASE_URL && PORTICO_DATABASE && DATABASE_URL !== PORTICO_DATABASE)
    throw new Error('DATABASE_URL and PORTICO_DATABASE, its other name, name two databases; set one of them')
  const text = DATABASE_URL || PORTICO_DATABASE || ''
  const inFolder = (dataFolder: string, name: string = DATA_FILES.database) => ({ dataFolder, file: resolve(dataFolder, name) })
  if (text === '' || /^postgres(ql)?:\/\//.test(text))
    return { ...inFolder(resolve(PORTICO_DATA || 'data')), database: text || undefined }
  const file = parseFile(text)
  if (file === undefined)
    throw new Error('DATABASE_URL is not understood, expected postgres://… or a path such as sqlite:./data/portico.db')
  const dataFolder = resolve(PORTICO_DATA || dirname(file))
  // One folder holds everything: it is locked and closed to others as one.
  if (dirname(file) !== dataFolder)
    throw new Error(
      `DATABASE_URL is ${file}, which is not in the data folder ${dataFolder}; set PORTICO_DATA to ${dirname(file)}`,
    )
  return { ...inFolder(dataFolder, basename(file)), database: undefined }
}

/** Of sqlite:<path>, file:<path> (with two slashes more where the path is absolute) or a path alone. */
function parseFile(text: string): string | undefined {
  const path = text.replace(/^(sqlite|file):(\/\/(?=\/))?/, '')
  const isPath = path !== text || isAbsolute(text) || /^\.\.?[\\/]/.test(text)
  const isNone = path.startsWith('//') || /(^|[\\/])\.{0,2}$/.test(path) || path.includes('?') || path === ':memory:'
  const { database: _, ...others } = DATA_FILES
  return !isPath || isNone || Object.values<string>(others).includes(basename(path)) ? undefined : resolve(path)
}

function parseRedis(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (/^rediss?:\/\//.test(text) && URL.canParse(text)) return text
  throw new Error('REDIS_URL is no address of a Redis, expected redis://… or rediss://…')
}

function parseTrusted(text: string): TrustedProxies {
  try {
    return parseProxies(text)
  } catch {
    throw new Error(`PORTICO_TRUSTED_PROXIES is ${text}, expected addresses or ranges such as 10.0.0.0/8, comma separated`)
  }
}

function parsePublicUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isAddress =
    url && /^https?:$/.test(url.protocol) && url.href === url.origin + url.pathname && originFrom(url.host, 'https')
  if (isAddress) return url.href.replace(/\/+$/, '')
  throw new Error(`PORTICO_URL is ${text}, expected an address such as https://chat.example.org or https://example.org/chat`)
}

const SMTP_PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 }

function parseSmtp(text: string | undefined): Smtp | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const user = url && decodeURIComponent(url.username)
  const from = url?.searchParams.get('from') ?? user ?? ''
  const port = url && SMTP_PORTS[url.protocol]
  // Its password is nobody's to read in a log.
  if (!url || !port || url.hostname === '' || !isMailAddress(from))
    throw new Error('SMTP_URL is not understood, expected smtp://user:password@host:587?from=chat@example.org')
  return {
    host: url.hostname,
    port: url.port === '' ? port : Number(url.port),
    secure: url.protocol === 'smtps:',
    user: user === '' ? undefined : user,
    password: decodeURIComponent(url.password),
    from,
  }
}

function parseMetricsToken(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (METRICS_TOKEN.test(text)) return text
  throw new Error('PORTICO_METRICS_TOKEN is too short, too long or holds spaces, expected 20 to 200 letters, digits and signs')
}

function parseS3({ PORTICO_S3_URL: url = '', ...env }: Readonly<Record<string, string | undefined>>): S3 | undefined {
  const { PORTICO_S3_KEY: key = '', PORTICO_S3_SECRET: secret = '', PORTICO_S3_REGION: region = DEFAULT_REGION } = env
  if (url === '' && key === '' && secret === '') return undefined
  const bucket = URL.canParse(url) ? new URL(url) : undefined
  const isBucket = bucket && /^https?:$/.test(bucket.protocol) && bucket.href === bucket.origin + bucket.pathname
  if (!isBucket)
    throw new Error(`PORTICO_S3_URL is ${url}, expected the address of a bucket, such as https://s3.example.org/portico`)
  if (key === '' || secret === '') throw new Error('PORTICO_S3_URL needs PORTICO_S3_KEY and PORTICO_S3_SECRET beside it')
  return { url: bucket.href.replace(/\/+$/, ''), region, key, secret }
}

function parseLevel(text: string | undefined): Config['logLevel'] {
  const level = LOG_LEVELS.find((known) => known === (text ?? 'warn'))
  if (level) return level
  throw new Error(`PORTICO_LOG is ${text}, expected one of ${LOG_LEVELS.join(', ')}`)
}
