import type { Entry } from '../log.ts'
import { PAGE_BYTES, PAGE_ENTRIES } from './limits.ts'

/** Those of the first entries that one frame may say: in a row without a hole, so many and so long at most, never none. */
export function firstPage<E extends Entry>(entries: readonly E[]): readonly E[] {
  let bytes = 0
  const end = entries.findIndex(({ position, body }, i) => {
    bytes += Buffer.byteLength(body)
    const before = entries[i - 1]
    return before && (i >= PAGE_ENTRIES || bytes > PAGE_BYTES || position !== before.position + 1)
  })
  return end === -1 ? entries : entries.slice(0, end)
}
