import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import type { BlobId } from '@portico/protocol/ids'
import { StoreFault } from '../db/faults.ts'
import type { Blobs } from './blobs.ts'

const NO_ROOM = ['ENOSPC', 'EDQUOT']

/** In a folder, spread over 4,096 of it by the end of the id, which is random. */
export function diskBlobs(folder: string): Blobs {
  const pathOf = (id: BlobId) => join(folder, id.slice(-3).replaceAll(/[^\w]/g, '_'), id)
  return {
    put: async (id, { bytes, content }) => {
      const path = pathOf(id)
      const begun = `${path}.part`
      try {
        await mkdir(dirname(path), { recursive: true })
        const file = createWriteStream(begun, { flush: true })
        await pipeline(content, file)
        if (file.bytesWritten !== bytes) throw new Error(`${file.bytesWritten} bytes came, expected ${bytes}`)
        await rename(begun, path)
        await keep(dirname(path))
      } catch (error) {
        await rm(begun, { force: true })
        throw asStoreFault(error)
      }
    },
    read: async (id) => {
      const content = createReadStream(pathOf(id))
      try {
        await once(content, 'open')
        return content
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw error
      }
    },
    remove: (id) => rm(pathOf(id), { force: true }),
  }
}

/** That the name is there after a power cut too. */
async function keep(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A disk that is full says so in its own words. */
export const asStoreFault = (error: unknown): unknown => (NO_ROOM.includes(codeOf(error)) ? new StoreFault('full', error) : error)

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
