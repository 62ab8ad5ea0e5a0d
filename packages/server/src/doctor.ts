import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { BlobId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Config } from './config.ts'
import { askHints } from './neighbours.ts'
import { openBlobs } from './open-blobs.ts'
import { examine } from './platform/command-line/examine.ts'
import { examineFile, examineServer } from './platform/command-line/examine-database.ts'
import { ok, type Finding } from './platform/command-line/finding.ts'
import { askMailServer } from './platform/mail/smtp-mail.ts'
import { registry } from './registry.ts'

/** Looks at everything that a server of these settings needs. */
export function lookAround(config: Config, now: () => number): Promise<readonly Finding[]> {
  const { database, file, smtp, s3 } = config
  const asked = [
    database === undefined
      ? {
          what: 'the database cannot be read',
          remedy: 'see to the disk, restore a backup',
          ask: async () => examineFile(file, registry),
        }
      : {
          what: 'the database does not let us in',
          remedy: 'see that it runs, that this machine reaches it, and that DATABASE_URL names it',
          ask: () => examineServer(database, registry, now),
        },
    { what: 'other nodes cannot be heard', remedy: 'see the settings', ask: () => askHints(config) },
    ...(smtp
      ? [
          {
            what: `the mail server ${smtp.host} does not take mails`,
            remedy: 'see what SMTP_URL says: name, port, user and password',
            ask: async () => {
              await askMailServer(smtp)
              return [ok(`the mail server ${smtp.host} lets us in`)]
            },
          },
        ]
      : []),
    ...(s3 ? [{ what: `${s3.url} does not keep files`, remedy: 'see what PORTICO_S3_… say', ask: () => tryBlobs(config) }] : []),
  ]
  return examine(config, asked)
}

/** One small file, there and back, and gone again. */
async function tryBlobs(config: Config): Promise<readonly Finding[]> {
  const blobs = await openBlobs(config)
  const [id, bytes] = [newId<BlobId>(), Buffer.from('portico doctor')]
  await blobs.put(id, { bytes: bytes.length, content: Readable.from([bytes]) })
  try {
    const kept = await blobs.read(id)
    if (!kept || !bytes.equals(await buffer(kept))) throw new Error('what was kept is not what came back')
  } finally {
    await blobs.remove(id)
  }
  return [ok(`${config.s3?.url} keeps files`)]
}
