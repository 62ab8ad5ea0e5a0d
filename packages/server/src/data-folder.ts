import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './platform/cannot-start.ts'
import { DATA_FILES } from './platform/data-files.ts'

const FOLDER_MODE = 0o700
const FILE_MODE = 0o600
const OTHERS = 0o077
/** Of the database and what lies beside it, the lock and the socket; copies that are named after it too. */
const OURS = 'portico.'
/** What lies in these nobody reaches who may not go into them. */
const FOLDERS = [DATA_FILES.blobs, DATA_FILES.incoming]

/**
 * Makes the data folder if need be, and this process one whose files nobody else may read. Answers what others could read and has
 * been closed to them.
 */
export function prepareDataFolder(folder: string): string[] {
  process.umask(OTHERS)
  mkdirSync(folder, { recursive: true, mode: FOLDER_MODE })
  accessSync(folder, constants.W_OK)
  if (!process.getuid) return [] // Windows, whose folders inherit who may read them
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(OURS))
    .map((name) => join(folder, name))
    .filter((path) => !lstatSync(path).isSymbolicLink())
  const folders = FOLDERS.map((name) => join(folder, name)).filter((path) => existsSync(path))
  return [...[folder, ...folders].flatMap((path) => close(path, FOLDER_MODE)), ...files.flatMap((file) => close(file, FILE_MODE))]
}

function close(path: string, mode: number): string[] {
  const { uid, mode: open } = statSync(path)
  if ((open & OTHERS) === 0) return []
  if (uid !== process.getuid?.())
    throw new CannotStart(
      `${path} belongs to another user (${uid}), and others may read it; let him close it (chmod ${mode.toString(8)}), or set PORTICO_DATA to a folder of your own`,
    )
  chmodSync(path, mode)
  return [path]
}
