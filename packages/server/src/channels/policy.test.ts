import type { ChannelId, OperatorId, SessionId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import type { Authority } from '../platform/actor.ts'
import { mayJoin } from './policy.ts'

const [ANN, ROOT] = ['ann' as OperatorId, 'root' as OperatorId] // ids of the tests
const SECOND_MS = 1000
const who = (id: OperatorId, role: 'operator' | 'owner'): Authority => ({
  kind: 'operator',
  id,
  session: 's' as SessionId, // as above
  name: id,
  role,
  channels: ['main' as ChannelId], // as above
})

test('[CH60] who has left by himself may undo it for ten minutes; whom others removed, and whoever never was there, may not', () => {
  const ann = who(ANN, 'operator')
  const minutes = (count: number) => count * 60 * SECOND_MS
  const left = { by: ANN, at: 0 }
  expect(mayJoin(ann, { operator: ANN, leaving: left, at: minutes(10) - 1 })).toBeUndefined()
  expect(mayJoin(ann, { operator: ANN, leaving: left, at: minutes(10) })).toMatchObject({ refused: 'forbidden' })
  expect(mayJoin(ann, { operator: ANN, leaving: { by: ROOT, at: 0 }, at: 1 })).toMatchObject({ refused: 'forbidden' })
  expect(mayJoin(ann, { operator: ANN, leaving: undefined, at: 1 })).toMatchObject({ refused: 'forbidden' })
  expect(mayJoin(ann, { operator: ROOT, leaving: { by: ROOT, at: 0 }, at: 1 })).toMatchObject({ refused: 'forbidden' })
  expect(mayJoin(who(ROOT, 'owner'), { operator: ANN, leaving: undefined, at: 1 })).toBeUndefined()
})
