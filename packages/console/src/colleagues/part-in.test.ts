import type { Phase } from '@portico/protocol/conversations'
import type { ConversationId, OperatorId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import { expect, test } from 'vitest'
import { partIn } from './part-in.ts'

const TEA = 'tea' as ConversationId // a test's own id
const ann = { id: 'ann' as OperatorId, name: 'Ann' } // as above
const bob = { id: 'bob' as OperatorId, name: 'Bob' } // as above
const alone: Phase = { state: 'active', at: 1, operators: [bob] }
const both: Phase = { state: 'active', at: 1, operators: [ann, bob] }
const annAlone: Phase = { state: 'active', at: 1, operators: [ann] }

type Seen = { phase: Phase; observes?: boolean; letIn?: boolean; level?: Level; supervises?: boolean }

const seen = ({ phase, observes = false, letIn = false, level = 'owner', supervises = false }: Seen) =>
  partIn(
    { id: TEA, phase, observers: observes ? [bob] : [] },
    {
      me: bob.id,
      level,
      supervises,
      sittings: letIn ? [{ conversation: TEA, level: observes ? 'observer' : 'participant' }] : [],
      invitations: [],
    },
  )

test.each<[says: string, seen: Seen, expected: object]>([
  ['alone with the visitor', { phase: alone }, { leaving: 'alone', observing: 'not-invited' }],
  ['invited, and alone by now', { phase: alone, letIn: true }, { leaving: 'alone', observing: 'alone' }],
  ['invited beside Ann', { phase: both, letIn: true }, { leaving: 'leave', observing: 'switch', others: ['Ann'] }],
  ['an observer', { phase: annAlone, observes: true, letIn: true }, { leaving: 'leave', observing: 'observes', takesPart: true }],
  [
    'an observer whom the channel gives no more',
    { phase: annAlone, observes: true, letIn: true, level: 'observer' },
    { takesPart: false },
  ],
  ['not in it', { phase: annAlone }, { part: 'none', leaving: 'not-in', observing: 'not-in' }],
  ['who supervises and is not in it', { phase: annAlone, supervises: true }, { observing: 'supervise' }],
])('[IV4][IV5][IV6][IV8] %s', (_says, given, expected) => {
  expect(seen(given)).toMatchObject(expected)
})
