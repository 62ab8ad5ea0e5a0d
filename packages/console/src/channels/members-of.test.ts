import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { membersOf } from './members-of.ts'

const [main, other] = ['main', 'other'] as ChannelId[] // made up here
const colleague = (name: string) => ({ id: name as OperatorId, name, role: 'operator' as const, joinedAt: 1 }) // made up here

test('[CO37][B1] a channel lists its own members, and offers the other colleagues', () => {
  const [ann, bob, olaf] = ['Ann', 'Bob', 'Olaf'].map(colleague)
  if (!main || !other || !ann || !bob || !olaf) throw new Error('made above')
  const settings = {
    siteName: '',
    channels: [],
    presences: [],
    colleagues: [ann, bob, olaf],
    members: [
      { channel: main, operator: ann.id },
      { channel: other, operator: ann.id },
      { channel: other, operator: olaf.id },
    ],
  }
  expect(membersOf(main, settings)).toEqual({ members: [ann], others: [bob, olaf] })
  expect(membersOf(other, settings)).toEqual({ members: [ann, olaf], others: [bob] })
  expect(membersOf(main, undefined)).toEqual({ members: [], others: [] })
})
