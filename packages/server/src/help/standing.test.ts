import type { Phase } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, LabelId, OperatorId, VisitorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import type { Conversation } from '../conversations/conversation.ts'
import { addLabel, join, LABELS_EACH_MAX, removeLabel, setStatus, settle, type Standing } from './standing.ts'

// A test's own ids.
const ann = { id: 'ann' as OperatorId, name: 'Ann' }
const bob = { id: 'bob' as OperatorId, name: 'Bob' }
const olaf = { id: 'olaf' as OperatorId, name: 'Olaf' }
const glaze = 'glaze' as LabelId
const tea = 'tea' as ConversationId
const active: Phase = { state: 'active', at: 2, operators: [ann] }
const requested: Phase = { state: 'requested', at: 1, before: [] }
const closed: Phase = { state: 'closed', at: 9, by: 'operator', operators: [ann] }
const inProgress: Standing = { state: 'in-progress' }
const waiting: Standing = { state: 'waiting', at: 5, ordinal: 3, visitorLines: 1 }
const wanted: Standing = { state: 'help', at: 5, by: ann }
const answered: Standing = { state: 'answered', at: 6, by: olaf }

const running = (phase: Phase = active, more: Partial<Conversation> = {}): Conversation => ({
  id: tea,
  channel: 'main' as ChannelId, // a test's own id
  entrance: 'main' as ChannelId, // as above
  offer: null,
  sitters: [],
  came: [],
  guises: [],
  visitor: { id: 'vera' as VisitorId, name: 'Vera', email: null, locale: 'sv', analyticsId: null }, // as above
  page: null,
  openedAt: 1,
  begunAt: 1,
  answeredAt: null,
  unansweredSince: null,
  lastOrdinal: 3,
  visitorLines: 1,
  visitorRead: 0,
  seenOrdinal: 0,
  phase,
  ...more,
})
const setting = (to: 'in-progress' | 'waiting' | 'help', before: Standing, conversation = running()) =>
  setStatus(conversation, { to, before, labels: [glaze], excerpt: 'It cracked', by: ann, at: 7 })

test.each<[says: string, phase: Phase, refused: string]>([
  ['waits for somebody', requested, 'not-accepted'],
  ['has ended', closed, 'closed'],
])('[CV260][E9] what %s has no status', (_says, phase, refused) => {
  for (const to of ['in-progress', 'waiting', 'help'] as const)
    expect(setting(to, inProgress, running(phase))).toMatchObject({ refused })
})

test.each<[to: 'in-progress' | 'waiting' | 'help', before: Standing, events: readonly object[]]>([
  ['in-progress', inProgress, []],
  ['in-progress', answered, []],
  ['in-progress', waiting, [{ status: { state: 'in-progress' }, wanted: null, wasWanted: false }]],
  ['in-progress', wanted, [{ status: { state: 'in-progress' }, wanted: null, wasWanted: true }]],
  ['waiting', waiting, []],
  ['waiting', inProgress, [{ status: { state: 'waiting', at: 7, ordinal: 3, visitorLines: 1 }, wanted: null }]],
  ['waiting', wanted, [{ status: { state: 'waiting' }, wasWanted: true }]],
  ['help', wanted, []],
  ['help', inProgress, [{ status: { state: 'help', at: 7, by: ann }, wanted: { by: ann, excerpt: 'It cracked' } }]],
  ['help', answered, [{ status: { state: 'help' }, wanted: { labels: [glaze], visitor: { locale: 'sv' } } }]],
])('[CV260][E9] set to %s, %j becomes %j', (to, before, events) => {
  expect(setting(to, before)).toMatchObject(events)
  expect(setting(to, before)).toHaveLength(events.length)
})

test('[CV261][E9] when the visitor has written, what waited for her is in progress: it can be set to wait again', () => {
  const spoken = running(active, { lastOrdinal: 4, visitorLines: 2 })
  expect(setting('waiting', waiting, spoken)).toMatchObject([{ status: { state: 'waiting', ordinal: 4, visitorLines: 2 } }])
  expect(setting('in-progress', waiting, spoken)).toHaveLength(1)
})

test.each<[says: string, phase: Phase, before: Standing, who: typeof ann, expected: object]>([
  ['the first who comes has it', active, wanted, olaf, [{ type: 'help.answered', operator: olaf, helping: ['juice', 'tea'] }]],
  ['the second is told who was faster', active, answered, bob, { refused: 'taken', by: olaf }],
  ['who has come already is in', active, answered, olaf, []],
  ['who is in it helps nobody', active, wanted, ann, []],
  ['nobody is looked for', active, inProgress, bob, { refused: 'closed' }],
  ['it waits for its visitor', active, waiting, bob, { refused: 'closed' }],
  ['it has ended', closed, wanted, bob, { refused: 'closed' }],
])('[CV263][C15] %s', (_says, phase, before, operator, expected) => {
  const helping = ['juice' as ConversationId] // a test's own id
  expect(join(running(phase), { before, operator, helping, at: 8 })).toMatchObject(expected)
})

test.each<[says: string, phase: Phase, before: Standing, joined: typeof ann | null, expected: readonly object[]]>([
  ['a colleague of the channel joins by writing', active, wanted, bob, [{ type: 'help.answered', operator: bob, helping: null }]],
  ['who asked for help joins again', active, wanted, ann, []],
  ['somebody joins what looks for no help', active, waiting, bob, []],
  ['one of several leaves', active, wanted, null, []],
  ['it ends', closed, wanted, null, [{ type: 'help.ended', status: wanted }]],
  ['it ends after help came', closed, answered, null, [{ type: 'help.ended', status: inProgress }]],
  ['it waits for somebody again', requested, waiting, null, [{ type: 'help.ended', status: waiting }]],
  ['it ends as any other', closed, inProgress, null, []],
])('[CV264][C15] when %s', (_says, phase, before, joined, expected) => {
  expect(settle(running(phase), { before, helpers: [], joined, at: 8 })).toMatchObject(expected)
  expect(settle(running(phase), { before, helpers: [], joined, at: 8 })).toHaveLength(expected.length)
})

test('[CV265][E10] a label is there once; taking away what is not there changes nothing; of so many there are no more', () => {
  const labelling = (label: LabelId, labels: readonly LabelId[], before = inProgress) => ({
    label,
    labels,
    before,
    excerpt: '',
    at: 8,
  })
  const crack = 'crack' as LabelId // a test's own id
  expect(addLabel(running(), labelling(glaze, [glaze]))).toEqual([])
  expect(addLabel(running(), labelling(crack, [glaze]))).toMatchObject([
    { labels: ['crack', 'glaze'], added: crack, wanted: null },
  ])
  expect(removeLabel(running(), labelling(crack, [glaze]))).toEqual([])
  expect(removeLabel(running(), labelling(glaze, [glaze]))).toMatchObject([{ labels: [], removed: glaze }])
  const many = Array.from({ length: LABELS_EACH_MAX }, (_, n) => `l${n}` as LabelId) // as above
  expect(addLabel(running(), labelling(glaze, many))).toMatchObject({ refused: 'full' })
})

test('[CV265][C15] what looks for help is told anew with its labels', () => {
  const labelling = { label: glaze, labels: [], before: wanted, excerpt: 'It cracked', at: 8 }
  expect(addLabel(running(), labelling)).toMatchObject([{ wanted: { labels: [glaze], at: 5, by: ann, excerpt: 'It cracked' } }])
})
