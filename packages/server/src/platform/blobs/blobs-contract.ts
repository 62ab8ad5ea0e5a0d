// What each variant of Blobs keeps to, whatever it is made of.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { BlobId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Blobs } from './blobs.ts'
import { must } from '../must.ts'

const MIB = 1024 * 1024

export type Opened = { blobs: Blobs; kept: () => Promise<readonly string[]>; close: () => Promise<void> }

export function blobsContract(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened.close())

    const put = (id: BlobId, bytes: Buffer) =>
      opened.blobs.put(id, { bytes: bytes.length, content: Readable.from(piecesOf(bytes)) })
    const read = async (id: BlobId) => {
      const content = await opened.blobs.read(id)
      return content && buffer(content)
    }

    test.for([0, 1, 64 * 1024, 5 * MIB + 1])('[BL1] %d bytes come back as they were put', async (length) => {
      const id = newId<BlobId>()
      const bytes = bytesOf(length)
      await put(id, bytes)
      expect(digest(must(await read(id)))).toBe(digest(bytes))
    })

    test('[BL1] many at once do not mix', async () => {
      const each = Array.from({ length: 12 }, (_, i) => ({ id: newId<BlobId>(), bytes: bytesOf(100_000 + i) }))
      await Promise.all(each.map(({ id, bytes }) => put(id, bytes)))
      const back = await Promise.all(each.map(async ({ id }) => digest(must(await read(id)))))
      expect(back).toEqual(each.map(({ bytes }) => digest(bytes)))
    })

    test('[BL2] what was never put is not there', async () => {
      expect(await read(newId<BlobId>())).toBeUndefined()
    })

    test('[BL3] what is removed is gone, and may be removed again', async () => {
      const id = newId<BlobId>()
      await put(id, bytesOf(10))
      await opened.blobs.remove(id)
      expect(await read(id)).toBeUndefined()
      await opened.blobs.remove(id)
      await opened.blobs.remove(newId<BlobId>())
    })

    test('[BL4] of what breaks off nothing is there', async () => {
      const before = await opened.kept()
      const id = newId<BlobId>()
      const content = Readable.from(brokenOff(bytesOf(200_000)))
      await expect(opened.blobs.put(id, { bytes: 400_000, content })).rejects.toBeInstanceOf(Error)
      expect(await read(id)).toBeUndefined()
      expect(await opened.kept()).toEqual(before)
    })

    test('[BL4] of what is shorter or longer than it was said to be neither', async () => {
      const before = await opened.kept()
      for (const bytes of [9, 11]) {
        const id = newId<BlobId>()
        await expect(opened.blobs.put(id, { bytes, content: Readable.from([bytesOf(10)]) })).rejects.toBeInstanceOf(Error)
        expect(await read(id)).toBeUndefined()
      }
      expect(await opened.kept()).toEqual(before)
    })
  })
}

const bytesOf = (length: number) => Buffer.from(Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 0xff))
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 64 * 1024) yield bytes.subarray(at, at + 64 * 1024)
}
function* brokenOff(bytes: Buffer): Generator<Buffer> {
  yield bytes
  throw new Error('the sender has gone')
}
