import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { registry } from './registry.ts'
import { BadConfig, readConfig, type Config } from './config.ts'
import { prepareDataFolder } from './data-folder.ts'
import { lookAround } from './doctor.ts'
import { CannotStart } from './platform/cannot-start.ts'
import { backUp, type BackupPoint } from './platform/command-line/backup.ts'
import { restore, type RestorePoint } from './platform/command-line/restore.ts'
import { DATA_FILES } from './platform/data-files.ts'
import { faultOf } from './platform/db/faults.ts'
import { resetPassword } from './reset-password.ts'
import { renewStore } from './store.ts'

type Terminal = {
  words: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  now: () => number
  say: (text: string) => void
  complain: (text: string) => void
  passing?: (point: BackupPoint | RestorePoint) => void
}

type Asked = { config: Config; words: readonly string[]; terminal: Terminal }

const COMMANDS = { backup, restore: putBack, 'reset-password': reset, doctor }

const HELP = `portico <command> [options]; the settings are those of the server, PORTICO_DATA and DATABASE_URL above all

  backup [--to <folder>]               copies everything into a new folder, while the server runs or not
  restore <folder> [--replace]         puts a backup in place; the server must be stopped
  restore --already-there              after tools of the database have put an older state back
  reset-password <e-mail>              prints a link, good once and for an hour, by which that person sets a new password;
    [--without-second-factor]          the second factor goes when it is used; while the server runs or not
  doctor                               looks for what is wrong, and says what to do

Ctrl-C ends each of them at any moment: what was there before is there afterwards.
`

/** Answers the status that the process ends with. */
export async function runCommandLine(terminal: Terminal): Promise<number> {
  const [name = '--help', ...words] = terminal.words
  const command = Object.entries(COMMANDS).find(([known]) => known === name)?.[1]
  if (!command || words.includes('--help')) {
    if (!command && name !== '--help') terminal.complain(`there is no command ${name}\n`)
    terminal.say(HELP)
    return command || name === '--help' ? 0 : 1
  }
  try {
    return await command({ config: readConfig(terminal.env), words, terminal })
  } catch (error) {
    const line = explain(error)
    if (line === undefined) throw error
    terminal.complain(`${line}\n`)
    return 1
  }
}

async function backup({ config, words, terminal }: Asked): Promise<number> {
  const { values } = parseArgs({ args: [...words], options: { to: { type: 'string' } } })
  if (config.database !== undefined) {
    throw new CannotStart(
      'everything is in the database that DATABASE_URL names: make its backup with pg_dump --format=custom, which is consistent while the servers run, then copy the folder blobs',
    )
  }
  prepareDataFolder(config.dataFolder)
  const name = `portico-backup-${new Date(terminal.now()).toISOString().slice(0, 19).replaceAll(':', '-')}`
  const to = resolve(values.to ?? name)
  const from = { file: config.file, blobs: join(config.dataFolder, DATA_FILES.blobs) }
  await backUp({ from, to, say: terminal.say, ...(terminal.passing && { passing: terminal.passing }) })
  terminal.say(`The backup is ${to}\n`)
  return 0
}

async function putBack({ config, words, terminal }: Asked): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false }, 'already-there': { type: 'boolean', default: false } },
  })
  const at = terminal.now()
  const { file } = config
  if (values['already-there']) {
    await renewStore(config.database === undefined ? { file } : { url: config.database }, registry, at)
  } else {
    const [from] = positionals
    if (from === undefined) throw new CannotStart('name the folder that portico backup has made')
    if (config.database !== undefined) {
      throw new CannotStart(
        'everything is in the database that DATABASE_URL names: stop the servers, put the dump into an empty database with pg_restore, then run portico restore --already-there',
      )
    }
    prepareDataFolder(config.dataFolder)
    await restore({
      from: resolve(from),
      to: config.dataFolder,
      file,
      replace: values.replace,
      at,
      renew: (copy) => renewStore({ file: copy }, registry, at),
      say: terminal.say,
      ...(terminal.passing && { passing: terminal.passing }),
    })
  }
  terminal.say('Restored. All sessions, invitations and reset links have ended: sign in again.\n')
  return 0
}

async function reset({ config, words, terminal }: Asked): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { 'without-second-factor': { type: 'boolean', default: false } },
  })
  const [email, ...more] = positionals
  if (email === undefined || more.length > 0) throw new CannotStart('name one e-mail address, that of the account')
  const clears = values['without-second-factor'] ? 'second-factor' : 'nothing'
  const { link, expiresAt } = await resetPassword({ config, email, clears, now: terminal.now })
  terminal.say(`${link}\n`)
  terminal.complain(`Good once, until ${new Date(expiresAt).toISOString()}. Whoever has it sets the password of ${email}.\n`)
  return 0
}

async function doctor({ config, terminal }: Asked): Promise<number> {
  const findings = await lookAround(config, terminal.now)
  for (const found of findings)
    terminal.say(`${found.state.padEnd(6)}${found.what}\n${found.state === 'ok' ? '' : `      → ${found.remedy}\n`}`)
  return findings.some(({ state }) => state === 'fault') ? 1 : 0
}

/** One line for what the person at the terminal can mend; undefined for what only we can. */
function explain(error: unknown): string | undefined {
  if (error instanceof BadConfig || error instanceof CannotStart) return error.message
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (/^(EACCES|EPERM)$/.test(code)) return `${error.message}; run this as the user that Portico runs as`
  if (code.startsWith('ERR_PARSE_ARGS') || /^(EROFS|ENOSPC|ENOTDIR|EXDEV)$/.test(code)) return error.message
  return faultOf(error) === undefined ? undefined : error.message
}
