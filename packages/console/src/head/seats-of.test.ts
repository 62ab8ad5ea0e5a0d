import type { Phase } from '@portico/protocol/conversations'
import type { OfferId, OperatorId } from '@portico/protocol/ids'
import type { Presence } from '@portico/protocol/presence'
import { expect, test } from 'vitest'
import { seatsOf } from './seats-of.ts'

// A test's own ids.
const person = (name: string) => ({ id: name.toLowerCase() as OperatorId, name })
const [ann, bob, olaf] = [person('Ann'), person('Bob'), person('Olaf')]
const now = 1000
const there = ({ id }: typeof ann, more: Partial<Presence> = {}): Presence => ({
  operator: id,
  availability: 'everybody',
  availabilityAt: 1,
  connectedAt: 1,
  idleSince: null,
  loggedInUntil: now + 1,
  loweredAt: null,
  ...more,
})
const colleague = (each: typeof ann) => ({ ...each, role: 'operator', joinedAt: 1 }) as const
const known = {
  settings: {
    colleagues: [ann, bob, olaf].map(colleague),
    presences: [there(ann), there(bob, { idleSince: 5 }), there(olaf)],
  },
  now,
}
const active: Phase = { state: 'active', at: 2, operators: [ann, bob] }
const offer = (to: typeof ann) => ({ id: 'one' as OfferId, operator: to.id, until: 9 })
const shown = (view: Parameters<typeof seatsOf>[0]) => seatsOf(view, known).map(({ name, part, state }) => [name, part, state])

test('[PR9][CO292][B17] pink is who has left or has not accepted yet, though he is there; the others have the mark of who they are', () => {
  expect(shown({ phase: active, offer: null, came: [olaf, ann, bob] })).toEqual([
    ['Ann', 'taken', 'active'],
    ['Bob', 'taken', 'away'],
    ['Olaf', 'left', 'inactive'],
  ])
  const waits: Phase = { state: 'requested', at: 2, before: [bob] }
  expect(shown({ phase: waits, offer: offer(olaf), came: [bob] })).toEqual([
    ['Olaf', 'asked', 'inactive'],
    ['Bob', 'left', 'inactive'],
  ])
  expect(shown({ phase: waits, offer: offer(bob), came: [bob] })).toEqual([['Bob', 'asked', 'inactive']])
})

test('[CO292] what has ended is nobody’s', () => {
  expect(shown({ phase: { state: 'closed', at: 9, by: 'visitor', operators: [ann] }, offer: null, came: [ann, bob] })).toEqual([])
})
