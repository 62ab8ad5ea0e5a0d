import type { ChannelId, OperatorId, SessionId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import { expect, test } from 'vitest'
import { rightsOf } from '../auth/rights.ts'
import type { Authority } from '../platform/actor.ts'
import { isUndoing, mayJoin, seenBy, sees } from './policy.ts'

const [ANN, ROOT] = ['ann' as OperatorId, 'root' as OperatorId] // ids of the tests
const MAIN = 'main' as ChannelId // as above
const SECOND_MS = 1000
const who = (id: OperatorId, role: 'operator' | 'owner'): Authority & { kind: 'operator' } => ({
  kind: 'operator',
  id,
  session: 's' as SessionId, // as above
  name: id,
  role,
  channels: [MAIN],
  levels: new Map([[MAIN, 'owner']]),
  rights: rightsOf(role, []),
})

test.each<[string, Level | undefined, boolean, boolean]>([
  ['without a level', undefined, false, true],
  ['as its observer', 'observer', false, true],
  ['as its participant', 'participant', false, true],
  ['as its owner', 'owner', true, true],
])(
  '[CH202][B4] %s an operator comes by himself only where he may accept; an administrator puts anybody in',
  (_, level, own, others) => {
    expect(mayJoin(who(ANN, 'operator'), { operator: ANN, level }) === undefined).toBe(own)
    expect(mayJoin(who(ROOT, 'owner'), { operator: ANN, level }) === undefined).toBe(others)
    expect(mayJoin(who(ANN, 'operator'), { operator: ROOT, level })).toMatchObject({ refused: 'forbidden' })
  },
)

test('[CH60] what somebody left is his again for ten minutes', () => {
  expect(isUndoing({ at: 0 }, 10 * 60 * SECOND_MS - 1)).toBe(true)
  expect(isUndoing({ at: 0 }, 10 * 60 * SECOND_MS)).toBe(false)
})

test.each<[Level | undefined, boolean]>([
  [undefined, false],
  ['observer', false],
  ['participant', true],
  ['owner', true],
])('[CH31][C16] who is %s of a channel sees its lists: %s', (level, isSeen) => {
  const ann = { ...who(ANN, 'operator'), levels: new Map(level ? [[MAIN, level]] : []) }
  expect(sees(ann, MAIN)).toBe(isSeen)
  expect(seenBy(ann)).toEqual(isSeen ? [MAIN] : [])
})
