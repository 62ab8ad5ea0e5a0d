import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DATA_FILES } from '../data-files.ts'
import { fault, ok, warn, type Finding } from './finding.ts'

/** What there should be room for: a day of writing, and a backup beside the database. */
const ROOM_BYTES_MIN = 1024 ** 3
const COPIES = 2
/** With less the next write may fail. */
const ROOM_BYTES_LEAST = 100 * 1024 ** 2
const OTHERS = 0o077
const GIB = 1024 ** 3

/** The data folder, with the database in it where that is a file: who may write and read it, and how much room there is. */
export function examineFolder(folder: string, file: string | undefined): readonly Finding[] {
  const places = [folder, join(folder, DATA_FILES.blobs), join(folder, DATA_FILES.incoming)].filter(existsSync)
  return [...places.map(rights), room(folder, file)]
}

function rights(folder: string): Finding {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    return fault(`${folder} cannot be read and written`, 'run this as the user that Portico runs as, or give him the folder')
  }
  if (process.getuid && (statSync(folder).mode & OTHERS) !== 0)
    return warn(`others may read ${folder}`, `chmod 700 ${folder}; the next start does it too, where the folder is its own`)
  return ok(`${folder} is writable, and closed to others`)
}

function room(folder: string, file: string | undefined): Finding {
  const { bavail, bsize } = statfsSync(folder)
  const [free, copied] = [bavail * bsize, file !== undefined && existsSync(file) ? COPIES * statSync(file).size : 0]
  const wanted = Math.max(ROOM_BYTES_MIN, copied)
  if (free >= wanted) return ok(`${inGib(free)} of its disk are free`)
  return (free < ROOM_BYTES_LEAST ? fault : warn)(
    `only ${inGib(free)} of its disk are free`,
    `make room, at least ${inGib(wanted)}`,
  )
}

const inGib = (bytes: number) => `${(bytes / GIB).toFixed(1)} GiB`
