import { createHash } from 'node:crypto'
import type { CommandId } from '@portico/protocol/ids'

/** The same row gives the same command id, so running it twice has one effect. */
export const derivedId = (row: string): CommandId =>
  createHash('sha256').update(row).digest('base64url').slice(0, 32) as CommandId // base64url is within an id's alphabet
