import { existsSync, rmSync, statSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { DATA_FILES } from '../data-files.ts'
import { copyDatabase } from '../db/copy-database.ts'
import { copyBlobs, makeDurable } from './copy-blobs.ts'
import { reporting, type Say } from './reporting.ts'

export const BACKUP_POINTS = ['begun', 'database-copied', 'blobs-copied', 'named'] as const
export type BackupPoint = (typeof BACKUP_POINTS)[number]

type Backup = {
  /** The database, and the folder of files beside it. */
  from: { file: string; blobs: string }
  /** The folder that is to be the backup; it must not be there yet. */
  to: string
  say: Say
  passing?: (point: BackupPoint) => void
}

/**
 * Beside a server that runs, or without one: the database is copied by a connection of this process alone, and a command that was
 * answered before it began is in it. What is not finished has another name.
 */
export async function backUp({ from, to, say, passing = () => {} }: Backup): Promise<void> {
  if (!existsSync(from.file))
    throw new CannotStart(`there is no database ${from.file}; set PORTICO_DATA to the folder that holds it`)
  if (existsSync(to)) throw new CannotStart(`${to} is there already; name another folder with --to`)
  const begun = `${to}.unfinished`
  rmSync(begun, { recursive: true, force: true })
  await mkdir(begun, { recursive: true, mode: 0o700 })
  passing('begun')
  const copy = join(begun, DATA_FILES.database)
  const report = reporting({ say, what: 'Copying the database', total: statSync(from.file).size })
  const look = setInterval(() => report.at(statSync(copy, { throwIfNoEntry: false })?.size ?? 0), LOOK_MS)
  try {
    await copyDatabase(from.file, copy)
  } finally {
    clearInterval(look)
  }
  await makeDurable(copy)
  report.done()
  passing('database-copied')
  let blobs = 0
  await copyBlobs(from.blobs, join(begun, DATA_FILES.blobs), () => blobs++)
  if (blobs > 0) say(`Copied ${blobs} files\n`)
  passing('blobs-copied')
  await makeDurable(begun)
  await rename(begun, to)
  await makeDurable(dirname(to))
  passing('named')
}

const LOOK_MS = 500
