import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Blobs } from './platform/blobs/blobs.ts'
import { diskBlobs } from './platform/blobs/disk-blobs.ts'
import { DATA_FILES } from './platform/data-files.ts'

/** Where the files of people lie. */
export async function openBlobs({ dataFolder, s3 }: Pick<Config, 'dataFolder' | 's3'>): Promise<Blobs> {
  if (!s3) return diskBlobs(join(dataFolder, DATA_FILES.blobs))
  return (await import('./platform/blobs/s3-blobs.ts')).s3Blobs(s3) // not needed for a folder
}
