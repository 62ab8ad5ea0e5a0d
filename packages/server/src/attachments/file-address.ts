import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AttachmentId } from '@portico/protocol/ids'

/** As long as a page that shows it takes to load, and to be loaded again; who may see it then is told a new one. */
export const ADDRESS_MS = 10 * 60_000

type Signed = { id: AttachmentId; until: number }

/** Where a file is for a short while, for whoever is told of it. */
export const fileAddress = (file: Signed, key: string): string =>
  `/files/${file.id}?until=${file.until}&signature=${signatureOf(file, key)}`

export function isSigned(file: Signed, key: string, signature: string): boolean {
  const [said, own] = [Buffer.from(signature), Buffer.from(signatureOf(file, key))]
  return said.length === own.length && timingSafeEqual(said, own)
}

const signatureOf = ({ id, until }: Signed, key: string) => createHmac('sha256', key).update(`${id} ${until}`).digest('base64url')
