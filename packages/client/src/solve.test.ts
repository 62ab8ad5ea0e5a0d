import { createHash } from 'node:crypto'
import { challengeText, hasZeroBits } from '@portico/protocol/challenge-work'
import { afterEach, expect, test, vi } from 'vitest'
import { solve } from './solve.ts'

afterEach(() => vi.unstubAllGlobals())

test('[CL38] the number found makes a digest that begins with as many zero bits as asked', async () => {
  const solution = await solve({ puzzle: 'p', bits: 9 })
  const digest = createHash('sha256')
    .update(challengeText('p', solution?.number ?? -1))
    .digest()
  expect([solution?.puzzle, hasZeroBits(digest, 9)]).toEqual(['p', true])
})

test('[CL38] where there are no digests it waits like everybody else', async () => {
  vi.stubGlobal('crypto', {})
  expect(await solve({ puzzle: 'p', bits: 1 })).toBeUndefined()
})
