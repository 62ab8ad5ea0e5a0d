import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { DATA_FILES } from '../data-files.ts'
import { checkDatabase, migrationsOf, settleDatabase } from '../db/copy-database.ts'
import { lockFolder } from '../db/folder-lock.ts'
import { copyBlobs, makeDurable } from './copy-blobs.ts'
import type { Say } from './reporting.ts'

export const RESTORE_POINTS = ['locked', 'copied', 'renewed', 'kept-aside', 'in-place'] as const
export type RestorePoint = (typeof RESTORE_POINTS)[number]

type Restore = {
  /** A folder that `portico backup` has made, or its database alone. */
  from: string
  /** The data folder, and the database in it. */
  to: string
  file: string
  replace: boolean
  at: number
  /** Makes the copy one of which no client has seen more than it holds. */
  renew: (file: string) => Promise<void>
  say: Say
  passing?: (point: RestorePoint) => void
}

/** At each moment the data folder holds the former state or the new one, whole; the former is kept in a folder beside it. */
export async function restore({ from, to, file: target, replace, at, renew, say, passing = () => {} }: Restore): Promise<void> {
  const [source, blobs] = sourceOf(from)
  const unlock = lockFolder(to)
  try {
    passing('locked')
    const hasFormer = existsSync(target)
    if (hasFormer && !replace)
      throw new CannotStart(`${to} holds a database; say --replace to put this one in its place, it is kept beside it`)
    const begun = `${target}.unfinished`
    for (const left of [begun, ...besideOf(begun)]) rmSync(left, { force: true })
    say('Copying …\n')
    await copyFile(source, begun)
    if (blobs !== undefined) await copyBlobs(blobs, join(to, DATA_FILES.blobs), () => {})
    passing('copied')
    await renew(begun)
    settleDatabase(begun)
    await makeDurable(begun)
    passing('renewed')
    if (hasFormer) await keepAside({ folder: to, target, at, say })
    passing('kept-aside')
    renameSync(begun, target)
    await makeDurable(to)
    passing('in-place')
  } finally {
    unlock()
  }
}

function sourceOf(from: string): [database: string, blobs: string | undefined] {
  const inside = join(from, DATA_FILES.database)
  const source = existsSync(inside) ? inside : from
  if (!existsSync(source)) throw new CannotStart(`there is no ${from}; name a folder that portico backup has made`)
  const whole = attempt(() => (migrationsOf(source) === undefined ? 'it is no database of Portico' : checkDatabase(source)))
  if (whole !== undefined) throw new CannotStart(`${source} cannot be restored: ${whole}`)
  return [source, source === inside ? join(from, DATA_FILES.blobs) : undefined]
}

type Kept = { folder: string; target: string; at: number; say: Say }

/**
 * Under a second name, so that it is there before and after the new one takes the first. What has been committed and stands beside
 * the file is written into it first: left alone it would be taken for the new one's.
 */
async function keepAside({ folder, target, at, say }: Kept): Promise<void> {
  const aside = join(folder, `before-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}`)
  mkdirSync(aside, { mode: 0o700 })
  const broken = attempt(() => settleDatabase(target))
  if (broken !== undefined) say(`The former database cannot be read (${broken}): it is kept as it is\n`)
  const files = [target, ...besideOf(target)].filter(existsSync)
  for (const file of files) linkSync(file, join(aside, file.slice(folder.length + 1)))
  await makeDurable(aside)
  for (const file of besideOf(target)) rmSync(file, { force: true })
  say(`The former database is kept in ${aside}\n`)
}

const besideOf = (file: string) => [`${file}-wal`, `${file}-shm`]

/** What is answered, or the words of what is thrown. */
function attempt(look: () => string | undefined): string | undefined {
  try {
    return look()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
