import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Clock } from '../clock.ts'
import { asStoreFault } from './disk-blobs.ts'
import type { Blobs } from './blobs.ts'

/** Who sends nothing for so long has gone. */
export const INCOMING_STALL_MS = 15_000
/** What lies there longer was left by a process that is gone. */
const INCOMING_KEPT_MS = 60 * 60_000
const HEAD_BYTES = 4096

/** Where files lie: for good, and until they are whole and looked at. */
export type Files = { blobs: Blobs; incoming: Incoming }

type Incoming = { receive: (content: Readable, bytesMax: number) => Promise<Received> }
export type Received = { state: 'received'; file: IncomingFile } | { state: 'too-large' } | { state: 'broken-off' }
/** `path` is of the file, and names beside it that begin with it are too; `drop` removes them all. */
export type IncomingFile = { path: string; bytes: number; head: Buffer; drop: () => Promise<void> }

/** A folder in which nothing stays: what comes in is written as it comes, and never held whole. */
export async function openIncoming({ folder, clock }: { folder: string; clock: Clock }): Promise<Incoming> {
  await mkdir(folder, { recursive: true })
  await sweep(folder)

  return {
    receive: async (content, bytesMax) => {
      const path = join(folder, crypto.randomUUID())
      const drop = async () => {
        for (const each of await readdir(folder)) if (join(folder, each).startsWith(path)) await rm(join(folder, each))
      }
      try {
        const handle = await open(path, 'wx')
        const written = await write({ content, handle, bytesMax, clock }).finally(() => handle.close())
        if (written.state === 'received') return { ...written, file: { ...written.file, path, drop } }
        await drop()
        return written
      } catch (error) {
        await drop()
        throw asStoreFault(error)
      }
    },
  }
}

type Writing = { content: Readable; handle: FileHandle; bytesMax: number; clock: Clock }
type Written = { state: 'received'; file: Pick<IncomingFile, 'bytes' | 'head'> } | Exclude<Received, { state: 'received' }>

async function write({ content, handle, bytesMax, clock }: Writing): Promise<Written> {
  const wait = () => clock.after(INCOMING_STALL_MS, () => void content.destroy())
  let cancel = wait()
  let bytes = 0
  let head = Buffer.alloc(0)
  try {
    for (const pieces = content.iterator({ destroyOnReturn: false }); ;) {
      const piece = await next(pieces)
      cancel()
      if (piece === 'broken-off') return { state: 'broken-off' }
      if (piece === 'end') return { state: 'received', file: { bytes, head } }
      bytes += piece.length
      if (bytes > bytesMax) return { state: 'too-large' }
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES - head.length)])
      await handle.writeFile(piece)
      cancel = wait()
    }
  } finally {
    cancel()
  }
}

/** What the sender breaks off is no error of ours; what the disk refuses is. */
async function next(pieces: AsyncIterator<Buffer>): Promise<Buffer | 'end' | 'broken-off'> {
  try {
    const { done, value } = await pieces.next()
    return done ? 'end' : value
  } catch (error) {
    if (error instanceof Error) return 'broken-off'
    throw error
  }
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (Date.now() - (await stat(path)).mtimeMs > INCOMING_KEPT_MS) await rm(path)
  }
}
