import { createHash } from 'node:crypto'
import type { Challenge, Solution } from '@portico/protocol/challenge'
import { challengeText, hasZeroBits } from '@portico/protocol/challenge-work'
import { expect, test } from 'vitest'
import { openChallenges } from './challenges.ts'
import { openLimitHits } from './limit-hits.ts'
import { CHALLENGE_BITS, CHALLENGE_MS } from './limits.ts'
import { openSharedLimits } from './shared-limits.ts'
import { perHour } from './token-bucket.ts'
import { newcomerLimit } from './newcomer-limit.ts'

const NOW = Date.UTC(2030, 0, 1)

test('[WR36] a challenge is solved once, by those to whom it was set', async () => {
  const challenges = openChallenges()
  const solution = solved(challenges.set('opening 10.0.0.1', NOW))
  expect(await challenges.take('opening 10.0.0.2', solution, NOW)).toBe(false)
  expect(await challenges.take('visitor 10.0.0.1', solution, NOW)).toBe(false)
  expect(await openChallenges().take('opening 10.0.0.1', solution, NOW)).toBe(false)
  expect(await challenges.take('opening 10.0.0.1', solution, NOW)).toBe(true)
  expect(await challenges.take('opening 10.0.0.1', solution, NOW)).toBe(false)
})

test('[WR36] it holds for five minutes', async () => {
  const challenges = openChallenges()
  const [first, second] = [challenges.set('a', NOW), challenges.set('a', NOW)]
  expect(await challenges.take('a', solved(first), NOW + CHALLENGE_MS)).toBe(true)
  expect(await challenges.take('a', solved(second), NOW + CHALLENGE_MS + 1)).toBe(false)
})

test('[WR36] whatever else is sent solves nothing', async () => {
  const challenges = openChallenges()
  const { puzzle, number } = solved(challenges.set('a', NOW))
  const [until = '', nonce = '', signature = ''] = puzzle.split('.')
  const later = `${Number(until) + 1}.${nonce}.${signature}`
  for (const wrong of [later, `${until}.x.${signature}`, `${until}.${nonce}`, '', '..', 'Infinity.x.y', '\u0000.\ud800.é']) {
    const numbers = [number, 0]
    for (const each of numbers)
      expect([wrong, await challenges.take('a', { puzzle: wrong, number: each }, NOW)]).toEqual([wrong, false])
  }
  expect(await challenges.take('a', { puzzle, number: unsolved(puzzle) }, NOW)).toBe(false)
  expect(await challenges.take('a', { puzzle, number }, NOW)).toBe(true)
})

test('[WR36] so many come free, so many more by solving, and then everybody waits', async () => {
  const challenges = openChallenges()
  const gate = newcomerLimit({
    limit: 'conversations',
    free: openSharedLimits(undefined).bucket({ name: 'free', ...perHour(2) }),
    paid: openSharedLimits(undefined).bucket({ name: 'paid', ...perHour(3) }),
    challenges,
    limitHits: openLimitHits(),
  })
  const come = (solution?: Solution) => gate.ask('10.0.0.1', solution, NOW)
  expect([await come(), await come()]).toEqual([undefined, undefined])
  for (let i = 0; i < 3; i++) {
    const refusal = await come()
    expect(refusal).toMatchObject({ refused: 'retry', afterMs: expect.closeTo(30 * 60_000, -1) })
    expect(await come(refusal?.challenge && solved(refusal.challenge))).toBeUndefined()
  }
  const last = (await come())?.challenge
  expect(await come(last && solved(last))).toEqual({ ok: false, refused: 'retry', afterMs: expect.closeTo(20 * 60_000, -1) })
  expect(await gate.ask('10.0.0.2', undefined, NOW)).toBeUndefined()
})

function solved({ puzzle, bits }: Challenge): Solution {
  for (let number = 0; ; number++) if (solves(puzzle, number, bits)) return { puzzle, number }
}

function unsolved(puzzle: string): number {
  for (let number = 0; ; number++) if (!solves(puzzle, number, CHALLENGE_BITS)) return number
}

const solves = (puzzle: string, number: number, bits: number) =>
  hasZeroBits(createHash('sha256').update(challengeText(puzzle, number)).digest(), bits)
