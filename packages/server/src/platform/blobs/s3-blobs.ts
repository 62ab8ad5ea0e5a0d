import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import type { BlobId } from '@portico/protocol/ids'
import { StoreFault } from '../db/faults.ts'
import type { Blobs } from './blobs.ts'

/** `url` names the bucket: https://s3.example.org/portico, or https://portico.s3.example.org. */
export type S3 = { url: string; region: string; key: string; secret: string }

/** Until the answer begins; a blob of 20 MiB on its way there included. */
const S3_MS_MAX = 60_000

/** In a bucket of whatever speaks S3, as `<url>/<id>`. */
export function s3Blobs({ url, region, key, secret }: S3): Blobs {
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, service: 's3', region })

  async function ask(id: BlobId, init: RequestInit): Promise<Response> {
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), S3_MS_MAX)
    const { body, duplex, ...signed } = init
    try {
      // Signed without its body: a stream is read once.
      const request = await client.sign(`${url}/${id}`, signed)
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        signal: late.signal,
        redirect: 'error',
        ...(body && { body, duplex }),
      })
      if (response.status >= 500 || response.status === 429) throw new Error(`S3 answers ${response.status}`)
      return response
    } catch (error) {
      throw new StoreFault('away', error)
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    put: async (id, { bytes, content }) => {
      const headers = { 'content-length': String(bytes), 'content-type': 'application/octet-stream' }
      const { ok, status } = await read(await ask(id, { method: 'PUT', headers, body: content, duplex: 'half' }))
      if (!ok) throw new Error(`S3 does not take a blob: ${status}`)
    },
    read: async (id) => {
      const response = await ask(id, { method: 'GET' })
      if (response.ok && response.body) return Readable.fromWeb(response.body)
      const { status } = await read(response)
      if (status === 404) return undefined
      throw new Error(`S3 does not give a blob: ${status}`)
    },
    remove: async (id) => {
      const { ok, status } = await read(await ask(id, { method: 'DELETE' }))
      if (!ok && status !== 404) throw new Error(`S3 does not remove a blob: ${status}`)
    },
  }
}

/** To its end, so that the connection is free again. */
async function read(response: Response): Promise<Response> {
  await response.arrayBuffer()
  return response
}
