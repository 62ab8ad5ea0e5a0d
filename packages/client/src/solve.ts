import type { Challenge, Solution } from '@portico/protocol/challenge'
import { challengeText, hasZeroBits } from '@portico/protocol/challenge-work'

/** So many digests are under way at once; the page has its turn between them. */
const AT_ONCE = 256
/** Beyond this many times the expected work something is wrong. */
const PATIENCE = 64

/** A number that solves the challenge. Undefined where the browser makes no digests, as on a page without https. */
export async function solve({ puzzle, bits }: Challenge): Promise<Solution | undefined> {
  const subtle: typeof crypto.subtle | undefined = crypto.subtle
  if (!subtle) return undefined
  const encoder = new TextEncoder()
  for (let first = 0; first < PATIENCE * 2 ** bits; first += AT_ONCE) {
    const digests = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, i) => subtle.digest('SHA-256', encoder.encode(challengeText(puzzle, first + i)))),
    )
    const found = digests.findIndex((digest) => hasZeroBits(new Uint8Array(digest), bits))
    if (found >= 0) return { puzzle, number: first + found }
  }
  return undefined
}
