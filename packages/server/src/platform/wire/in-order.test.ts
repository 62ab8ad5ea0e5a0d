import type { Outcome } from '@portico/protocol/outcome'
import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

const OK: Outcome = { ok: true }
const later = (afterMs: number): Outcome => ({ ok: false, refused: 'retry', afterMs })

/** Decides each command as the test says, and writes down what was decided. */
function node(...outcomes: (Outcome | undefined)[]) {
  const decided: string[] = []
  const decide = inOrder(async ({ name }: { name: string; again?: true }) => {
    decided.push(name)
    return outcomes.shift()
  })
  return { decide, decided }
}

test('[WR38] behind a command that must wait all others wait, until one comes that says it is sent again', async () => {
  const { decide, decided } = node(OK, later(4000), OK, OK)
  expect(await decide({ name: 'a' })).toEqual(OK)
  expect(await decide({ name: 'b' })).toEqual(later(4000))
  expect(await decide({ name: 'c' })).toEqual(later(4000))
  expect(await decide({ name: 'b' })).toEqual(later(4000))
  expect(await decide({ name: 'b', again: true })).toEqual(OK)
  expect(await decide({ name: 'c' })).toEqual(OK)
  expect(decided).toEqual(['a', 'b', 'b', 'c'])
})

test('[WR38] so they do behind one of which nobody knows what became, and one whose id is of a time to come', async () => {
  for (const first of [undefined, { ok: false, refused: 'early', now: 1 } as const]) {
    const { decide, decided } = node(first, later(500), OK)
    expect(await decide({ name: 'a' })).toEqual(first)
    expect(await decide({ name: 'b' })).toEqual(later(1000))
    expect(await decide({ name: 'a', again: true })).toEqual(later(500))
    expect(await decide({ name: 'b' })).toEqual(later(500))
    expect(await decide({ name: 'a', again: true })).toEqual(OK)
    expect(decided).toEqual(['a', 'a', 'a'])
  }
})

test('[WR38] what is refused for good holds nobody up, and neither does a challenge that is another’s', async () => {
  const challenge = { puzzle: 'p', bits: 3 }
  const { decide } = node({ ok: false, refused: 'closed' }, { ok: false, refused: 'retry', afterMs: 9, challenge })
  expect(await decide({ name: 'a' })).toEqual({ ok: false, refused: 'closed' })
  expect(await decide({ name: 'b' })).toMatchObject({ challenge })
  expect(await decide({ name: 'c' })).toEqual(later(9))
})
