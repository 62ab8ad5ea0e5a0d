import type { ChannelId, ConversationId, OperatorId, VisitorId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Phase } from '@portico/protocol/conversations'
import { expect, test } from 'vitest'
import type { Conversation } from '../conversations/conversation.ts'
import { invite, INVITED_MAX, join, settle } from './inviting.ts'
import type { Asked } from './reads.ts'

const id = <Id extends string>(text: string) => text as Id // a test's own id
const ann = { id: id<OperatorId>('ann'), name: 'Ann' }
const bob = { id: id<OperatorId>('bob'), name: 'Bob' }
const active: Phase = { state: 'active', at: 1, operators: [ann] }
const closed: Phase = { state: 'closed', at: 1, by: 'operator', operators: [ann] }

const running = (level: Level = 'owner', phase: Phase = active): Conversation => ({
  id: id<ConversationId>('tea'),
  channel: id<ChannelId>('main'),
  entrance: id<ChannelId>('main'),
  offer: null,
  visitor: { id: id<VisitorId>('vera'), name: 'Vera', email: null, locale: null, analyticsId: null },
  page: null,
  openedAt: 0,
  begunAt: 0,
  answeredAt: null,
  unansweredSince: null,
  lastOrdinal: 1,
  visitorLines: 1,
  visitorRead: 0,
  seenOrdinal: 0,
  phase,
  sitters: phase.state === 'active' ? [{ operator: ann, level, by: 'accept' }] : [],
  came: [ann],
  guises: [],
})

const asked = (name: string, level: Level = 'participant'): Asked => ({
  invitation: {
    conversation: id<ConversationId>('tea'),
    channel: id<ChannelId>('main'),
    visitor: { id: id<VisitorId>('vera'), name: 'Vera' },
    by: ann,
    level,
    text: null,
    at: 2,
  },
  operator: { id: id<OperatorId>(name), name },
})
const inviting = {
  by: ann,
  operator: bob,
  level: 'participant',
  text: null,
  channelLevel: 'owner',
  reachable: true,
  asked: [],
  at: 3,
} as const

test.each<[says: string, own: Level, level: Level, channelLevel: Level | undefined, refused: string | undefined]>([
  ['as much as he is himself', 'participant', 'participant', 'owner', undefined],
  ['more than he is himself', 'participant', 'owner', 'owner', 'forbidden'],
  ['an observer to observing', 'observer', 'observer', 'owner', undefined],
  ['an observer to taking part', 'observer', 'participant', 'owner', 'forbidden'],
  ['more than the channel gives', 'owner', 'participant', 'observer', 'forbidden'],
  ['whom the channel gives nothing', 'owner', 'observer', undefined, 'not-found'],
])('[IV1][C11] somebody invites %s', (_says, own, level, channelLevel, refused) => {
  const decided = invite(running(own), { ...inviting, level, channelLevel })
  expect(decided).toMatchObject(
    refused ? { refused } : [{ type: 'colleague.invited', operator: bob, invited: [{ operator: bob }] }],
  )
})

test('[IV1][IV3] who is asked already is not asked again, of so many no more are, and nobody where nothing runs', () => {
  expect(invite(running(), { ...inviting, asked: [asked('bob')] })).toEqual([])
  const many = Array.from({ length: INVITED_MAX }, (_, n) => asked(`op${n}`))
  expect(invite(running(), { ...inviting, asked: many.slice(1) })).toMatchObject([{ type: 'colleague.invited' }])
  expect(invite(running(), { ...inviting, asked: many })).toMatchObject({ refused: 'full' })
  expect(invite(running('owner', closed), inviting)).toMatchObject({ refused: 'closed' })
  expect(invite(running(), { ...inviting, reachable: false })).toMatchObject({ refused: 'away' })
})

test.each<[level: Level, wanted: Level, channelLevel: Level | undefined, refused: string | undefined]>([
  ['participant', 'participant', 'participant', undefined],
  ['participant', 'observer', 'owner', undefined],
  ['observer', 'participant', 'owner', 'forbidden'],
  ['participant', 'participant', 'observer', 'forbidden'],
  ['participant', 'observer', undefined, 'forbidden'],
  ['owner', 'owner', 'participant', 'forbidden'],
])(
  '[IV2][C12] asked to come as %s he comes as %s, where the channel gives %j by then',
  (level, wanted, channelLevel, refused) => {
    const coming = { operator: bob, level: wanted, channelLevel, asked: [asked('bob', level)], at: 4 }
    expect(join(running(), coming)).toMatchObject(
      refused ? { refused } : [{ type: 'colleague.joined', level: wanted, invited: [] }],
    )
  },
)

test('[IV3] with the end all are over, and each says who is left', () => {
  const all = [asked('bob'), asked('carl')]
  expect(settle(running('owner', closed), { asked: all, at: 5 })).toMatchObject([
    { how: 'over', operator: { name: 'bob' }, invited: [{ operator: { name: 'carl' } }] },
    { how: 'over', operator: { name: 'carl' }, invited: [] },
  ])
  expect(settle(running(), { asked: all, at: 5 })).toEqual([])
})
