import { operatorId } from '@portico/protocol/ids'
import { parse } from '@portico/protocol/schema'
import { expect, test } from 'vitest'
import type { Limits } from '../capacity/capacity.ts'
import { chooseOperator, type Wish } from './choose-operator.ts'
import { type Member, offerOrder, ORDER_MAX } from './offer-order.ts'

const second = 1_000
const minute = 60 * second
const at = Date.UTC(2026, 4, 4, 9)
const limits: Limits = { inChannel: 5, inAll: 'unlimited', duringCalls: 'blocked' }
const french: Wish = { at, language: 'fr', country: 'CA', expertise: ['glaze'] }

const operator = (
  name: string,
  { holds = 0, givenMs = 20 * minute, ...more }: Partial<Member> & { holds?: number; givenMs?: number } = {},
): Member => ({
  id: parse(operatorId, name),
  languages: ['en'],
  expertise: [],
  held: Array.from({ length: holds }, () => ({ givenAt: at - givenMs, stirredAt: at - minute })),
  left: [],
  load: { inChannel: holds, inAll: holds, ...(more.inCallSince !== undefined && { inCallSince: more.inCallSince }) },
  ...more,
})

const ann = operator('ann', { languages: ['fr'], expertise: ['glaze'], holds: 2 })
const bob = operator('bob', { holds: 3 })
const carla = operator('carla', { holds: 2 })

test('[RT200] everybody stands in the order in which dispatch would ask, with the reason', () => {
  const members = [
    operator('dora', { absent: { why: 'away', since: at - 6 * minute } }),
    bob,
    operator('emil', { holds: 5 }),
    operator('finn', { absent: { why: 'logged-out' } }),
    operator('gus', { inCallSince: at - minute }),
    carla,
    ann,
  ]
  expect(offerOrder(members, french, limits)).toEqual([
    { operator: 'ann', state: 'in-line', place: 1, tier: 'language and all expertise', active: 2, drawn: false },
    { operator: 'carla', state: 'in-line', place: 2, tier: 'everybody', active: 2, drawn: false },
    { operator: 'bob', state: 'in-line', place: 3, tier: 'everybody', active: 3, drawn: false },
    { operator: 'emil', state: 'full', why: 'full-in-channel' },
    { operator: 'gus', state: 'full', why: 'in-call' },
    { operator: 'dora', state: 'absent', why: 'away', since: at - 6 * minute },
    { operator: 'finn', state: 'absent', why: 'logged-out' },
  ])
})

test('[RT200] who was given one 40 s ago comes later and is told until when', () => {
  const wish: Wish = { at, language: 'en', expertise: [] }
  const [first, later] = offerOrder([operator('hanne', { holds: 1, givenMs: 40 * second }), bob], wish, limits)
  expect(first).toMatchObject({ operator: 'bob' })
  expect(first).not.toHaveProperty('restsUntil')
  expect(later).toMatchObject({ operator: 'hanne', tier: 'language and all expertise', restsUntil: at + 80 * second })
})

test('[RT200] where nobody suits the visitor nobody rests, and none is said to', () => {
  const turns = offerOrder([operator('hanne', { holds: 1, givenMs: 40 * second }), bob], french, limits)
  expect(turns.map((turn) => turn.operator)).toEqual(['hanne', 'bob'])
  expect(turns[0]).not.toHaveProperty('restsUntil')
})

test('[RT200] where chance decides between equals it says so, and the last of them needs no chance', () => {
  const equals = ['ann', 'bob', 'carla'].map((name) => operator(name))
  expect(offerOrder(equals, french, limits)).toMatchObject([
    { operator: 'ann', drawn: true },
    { operator: 'bob', drawn: true },
    { operator: 'carla', drawn: false },
  ])
})

test('[RT200] whom the visitor met last is first', () => {
  const wish = { ...french, previous: { operator: bob.id, metAt: at - minute } }
  expect(offerOrder([ann, bob, carla], wish, limits).map((turn) => turn.operator)).toEqual(['bob', 'ann', 'carla'])
  expect(offerOrder([ann, bob, carla], wish, limits)[0]).toMatchObject({ tier: 'previous' })
})

test('[RT200] each place is what dispatch chooses once those before it have let it pass', () => {
  const members = [ann, bob, carla, operator('dora', { languages: ['fr'] }), operator('emil', { country: 'CA', holds: 4 })]
  const turns = offerOrder(members, french, limits)
  expect(turns.length).toBe(5)
  for (const [index, { operator: chosen }] of turns.entries()) {
    const asked = turns.slice(0, index).map((turn) => turn.operator)
    const left = members.filter(({ id }) => !asked.includes(id))
    expect(chooseOperator(left, french, () => 0)?.operator).toBe(chosen)
  }
})

test('[RT201] a thousand operators are not put in order: the first fifty are, and the others are counted', () => {
  const many = Array.from({ length: ORDER_MAX + 10 }, (_, index) => operator(`operator-${index}`, { holds: index % 4 }))
  const turns = offerOrder(many, french, limits)
  expect(turns.filter(({ state }) => state === 'in-line').length).toBe(ORDER_MAX)
  expect(turns.filter(({ state }) => state === 'later').length).toBe(10)
})

test('[RT200] nobody there, nobody named', () => {
  expect(offerOrder([], french, limits)).toEqual([])
})
