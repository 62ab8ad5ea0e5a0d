import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { BlobId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { startFakeS3 } from '@portico/testkit/fake-s3'
import { expect, test } from 'vitest'
import { faultOf } from '../db/faults.ts'
import { blobsContract } from './blobs-contract.ts'
import { diskBlobs } from './disk-blobs.ts'
import { s3Blobs } from './s3-blobs.ts'

blobsContract('on disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-blobs-'))
  return {
    blobs: diskBlobs(folder),
    kept: async () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.includes('/'))
        .toSorted(),
    close: async () => rmSync(folder, { recursive: true }),
  }
})

blobsContract('in S3', async () => {
  const s3 = await startFakeS3()
  return { blobs: s3Blobs(s3), kept: async () => s3.kept(), close: s3.close }
})

const ten = () => ({ bytes: 10, content: Readable.from([Buffer.alloc(10)]) })

test('[BL5] a bucket that does not know the key, or is not there, is told apart from one that is away', async () => {
  const s3 = await startFakeS3()
  const stranger = s3Blobs({ ...s3, secret: 'another' })
  const refused = await failureOf(stranger.put(newId<BlobId>(), ten()))
  expect([refused, faultOf(refused)]).toEqual([expect.objectContaining({ message: expect.stringContaining('403') }), undefined])
  s3.fail(503)
  expect(faultOf(await failureOf(s3Blobs(s3).put(newId<BlobId>(), ten())))).toBe('away')
  expect(faultOf(await failureOf(s3Blobs(s3).read(newId<BlobId>())))).toBe('away')
  await s3.close()
  expect(faultOf(await failureOf(s3Blobs(s3).remove(newId<BlobId>())))).toBe('away')
})

test.skipIf(process.platform === 'win32')('[BL5] a folder without room says so, and keeps nothing', async () => {
  const failing = new Readable({ read: () => failing.destroy(Object.assign(new Error('no space left'), { code: 'ENOSPC' })) })
  const folder = mkdtempSync(join(tmpdir(), 'portico-blobs-'))
  const fault = await failureOf(diskBlobs(folder).put(newId<BlobId>(), { bytes: 1, content: failing }))
  expect(faultOf(fault)).toBe('full')
  expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('/'))).toEqual([])
  rmSync(folder, { recursive: true })
})

const failureOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined).catch((error: unknown) => error)
