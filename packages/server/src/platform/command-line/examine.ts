import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DATA_FILES } from '../data-files.ts'
import { checkDatabase, migrationsOf } from '../db/copy-database.ts'
import type { Registry } from '../registry.ts'

/** What there should be room for: a backup beside the database, and a day of writing. */
const ROOM_BYTES_MIN = 1024 ** 3
const COPIES = 2
const NODE_MIN = [22, 19]
const OTHERS = 0o077
const GIB = 1024 ** 3

export type Finding = { state: 'well' | 'ill'; what: string; remedy?: string }
type Examined = {
  dataFolder: string
  database: string | undefined
  publicOrigin: string | undefined
  trusted: readonly unknown[]
}

/** Looks, and changes nothing; beside a server that runs, or without one. */
export function examine(config: Examined, { migrations }: Registry): readonly Finding[] {
  const { dataFolder } = config
  if (!existsSync(dataFolder))
    return [node(), ill(`there is no data folder ${dataFolder}`, 'it is made at the first start; or set PORTICO_DATA')]
  return [
    node(),
    ...rights(dataFolder),
    ...(config.database === undefined ? fileIn(dataFolder, migrations) : []),
    ...address(config),
  ]
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [least = 0, leastMinor = 0] = NODE_MIN
  if (major > least || (major === least && minor >= leastMinor)) return well(`Node ${process.versions.node}`)
  return ill(`Node ${process.versions.node} is too old`, `install Node ${NODE_MIN.join('.')} or newer`)
}

function rights(folder: string): Finding[] {
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    return [ill(`${folder} cannot be written`, 'run this as the user that Portico runs as, or give him the folder')]
  }
  if (process.getuid && (statSync(folder).mode & OTHERS) !== 0) return [ill(`others may read ${folder}`, `chmod 700 ${folder}`)]
  return [well(`${folder} is writable, and closed to others`)]
}

function fileIn(folder: string, migrations: Registry['migrations']): Finding[] {
  const file = join(folder, DATA_FILES.database)
  if (!existsSync(file)) return [ill(`there is no database in ${folder}`, 'it is made at the first start; or restore a backup')]
  const { bavail, bsize } = statfsSync(folder)
  const [room, wanted] = [bavail * bsize, Math.max(ROOM_BYTES_MIN, COPIES * statSync(file).size)]
  const space =
    room >= wanted
      ? well(`${inGib(room)} of the disk are free`)
      : ill(`only ${inGib(room)} of the disk are free`, `make room, at least ${inGib(wanted)}`)
  return [space, ...wholeness(file), ...versionOf(file, migrations)]
}

function wholeness(file: string): Finding[] {
  try {
    const fault = checkDatabase(file)
    return [
      fault === undefined
        ? well('the database is whole')
        : ill(`the database is damaged: ${fault}`, 'see to the disk, restore a backup'),
    ]
  } catch (error) {
    return [
      ill(
        `the database cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        'see to the disk, restore a backup',
      ),
    ]
  }
}

function versionOf(file: string, migrations: Registry['migrations']): Finding[] {
  const known = new Set(migrations.map(({ name }) => name))
  const done = migrationsOf(file)
  if (!done) return [ill(`${file} is no database of Portico`, 'set PORTICO_DATA to the folder that holds it')]
  const newer = done.filter((name) => !known.has(name))
  if (newer.length > 0) return [ill(`a newer version wrote it (${newer.join(', ')})`, 'start that version')]
  const left = known.size - done.length
  return [well(left === 0 ? 'it is of this version' : `the next start brings it to this version (${left} migrations)`)]
}

function address({ publicOrigin, trusted }: Examined): Finding[] {
  if (publicOrigin === undefined)
    return [ill('PORTICO_URL is not set', 'set it to the address by which people reach it, such as https://chat.example.org')]
  if (!publicOrigin.startsWith('https:')) return [ill(`${publicOrigin} is not encrypted`, 'terminate TLS in front of it')]
  if (trusted.length === 0) return [ill('no proxy is trusted', 'name the one that terminates TLS in PORTICO_TRUSTED_PROXIES')]
  return [well(`people reach it at ${publicOrigin}`)]
}

const well = (what: string): Finding => ({ state: 'well', what })
const ill = (what: string, remedy: string): Finding => ({ state: 'ill', what, remedy })
const inGib = (bytes: number) => `${(bytes / GIB).toFixed(1)} GiB`
