import type { Readable } from 'node:stream'
import type { BlobId } from '@portico/protocol/ids'

/** Where the bytes lie that people have sent: each under an id of its own, written once, whole or not at all. */
export type Blobs = {
  /** Throws a StoreFault where there is no room, or nobody to take it; then nothing is there. */
  put: (id: BlobId, blob: Blob) => Promise<void>
  /** Undefined: there is none. */
  read: (id: BlobId) => Promise<Readable | undefined>
  /** Of one that is not there too: whoever was interrupted removes again. */
  remove: (id: BlobId) => Promise<void>
}

type Blob = { bytes: number; content: Readable }
