import { expect, test } from 'vitest'
import { heldBy } from './held-by.ts'
import { active, ANN, BOB, requested, row } from './testing-rows.ts'

test('[CO60] of conversations somebody is in, those without a colleague are told from those that go on', () => {
  const rows = [
    row('alone', active(1, ANN)),
    row('shared', active(1, BOB, ANN)),
    row('theirs', active(1, BOB)),
    row('waits', requested(1)),
  ]
  const { alone, shared } = heldBy(rows, ANN)
  expect([alone, shared].map((held) => held.map(({ id }) => id))).toEqual([['alone'], ['shared']])
})
