import { randomFillSync } from 'node:crypto'

const TAG_BYTES = 6
const pool = Buffer.alloc(100 * TAG_BYTES)
let used = pool.length

/** Tells what is appended together from all else that may ever stand there. A draw of its own costs more than a row. */
export function randomTag(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  return pool.toString('base64url', used, (used += TAG_BYTES))
}
