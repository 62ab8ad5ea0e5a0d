import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Challenge, Solution } from '@portico/protocol/challenge'
import { challengeText, hasZeroBits } from '@portico/protocol/challenge-work'
import { CHALLENGE_BITS, CHALLENGE_MS } from './limits.ts'
import { forgetOldest, KEYS_MAX } from './token-bucket.ts'

export type Challenges = {
  set: (whom: string, now: number) => Challenge
  /** Whether it solves a challenge that was set to the same ones, in time and for the first time. */
  take: (whom: string, solution: Solution, now: number) => Promise<boolean>
}

type Given = { secret?: Buffer; spend?: (puzzle: string) => Promise<boolean> }

/**
 * Challenges that nobody has to remember until they are solved: each carries a signature, which is the same on all nodes. `spend`
 * says whether none of them has taken it before.
 */
export function openChallenges({ secret = randomBytes(32), spend = async () => true }: Given = {}): Challenges {
  const taken = new Set<string>()
  const sign = (whom: string, words: string) => createHmac('sha256', secret).update(`${words} ${whom}`).digest()

  function isOwn(whom: string, puzzle: string, now: number): boolean {
    const [until = '', nonce = '', signature = ''] = puzzle.split('.')
    const said = Buffer.from(signature, 'base64url')
    const own = sign(whom, `${until}.${nonce}`)
    return said.length === own.length && timingSafeEqual(said, own) && now <= Number(until)
  }

  return {
    set: (whom, now) => {
      const words = `${now + CHALLENGE_MS}.${randomBytes(12).toString('base64url')}`
      return { puzzle: `${words}.${sign(whom, words).toString('base64url')}`, bits: CHALLENGE_BITS }
    },
    take: async (whom, { puzzle, number }, now) => {
      if (taken.has(puzzle) || !isOwn(whom, puzzle, now)) return false
      const digest = createHash('sha256').update(challengeText(puzzle, number)).digest()
      if (!hasZeroBits(digest, CHALLENGE_BITS)) return false
      taken.add(puzzle)
      if (taken.size > KEYS_MAX) forgetOldest(taken)
      return spend(puzzle)
    },
  }
}
