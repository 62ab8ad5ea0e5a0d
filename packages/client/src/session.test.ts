import type { Event } from '@portico/protocol'
import type { ServerFrame } from '@portico/protocol/session'
import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { expect, test } from 'vitest'
import {
  ann,
  channelView,
  conversationLine,
  conversationView,
  entriesOf,
  operatorView,
  rowOf,
  sales,
  snapshotOf,
  tab,
  tagAt,
  tea,
  vera,
  visitorView,
  welcomeAnn,
  welcomed,
  welcomeVera,
} from './testing/people.ts'

const own = `visitor:${vera}` as const
const desk = `operator:${ann}` as const
const conversation = `conversation:${tea}` as const

const changed = (channel: string): Event => ({
  type: 'visitor.conversation.changed',
  conversation: tea,
  channel: channel as never,
  state: 'open',
})
const entries = (position: number, ...events: Event[]): ServerFrame => entriesOf(own, position, ...events)

test('[CL21] a hole that stays for 2 s is asked for again, until it is filled', async () => {
  const page = tab()
  const live = page.openVera()
  const socket = welcomed(page, welcomeVera(), ...snapshotOf(own, visitorView, 3), entries(5, changed('b')))
  await page.clock.advance(1999)
  expect(socket.ofType('watch')).toEqual([])
  await page.clock.advance(1)
  expect(socket.ofType('watch')).toEqual([{ type: 'watch', topic: own, position: 3, tag: tagAt(3) }])
  await page.clock.advance(2000)
  expect(socket.ofType('watch')).toHaveLength(2)
  socket.hear(entries(4, changed('a')))
  await page.clock.advance(10_000)
  expect(socket.ofType('watch')).toHaveLength(2)
  expect(live.view(own)?.conversations.map(({ channel }) => channel)).toEqual(['a', 'b'])
})

test('[CL21] a hole that is being filled is not asked for', async () => {
  const page = tab()
  page.openVera()
  const socket = welcomed(page, welcomeVera(), ...snapshotOf(own, visitorView, 3), entries(9, changed('z')))
  for (let position = 4; position < 8; position += 1) {
    await page.clock.advance(1900)
    socket.hear(entries(position, changed(`${position}`)))
  }
  expect(socket.ofType('watch')).toEqual([])
  await page.clock.advance(4000)
  expect(socket.ofType('watch')).toEqual([{ type: 'watch', topic: own, position: 7, tag: tagAt(7) }])
})

test('[CL23] in another epoch every topic begins again, and topics that are not ours any more are dropped', async () => {
  const page = tab()
  const live = page.openVera()
  const first = welcomed(
    page,
    welcomeVera([own, 'chat:tea']),
    ...snapshotOf(own, visitorView, 9),
    ...snapshotOf('chat:tea', conversationView, 4),
  )
  expect(live.topics()).toEqual([own, 'chat:tea'])
  first.drop()
  await page.clock.advance(500)
  const second = welcomed(page, welcomeVera([own], { epoch: 'two' }))
  expect(live.topics()).toEqual([own])
  second.hear(entries(10, changed('a')))
  expect(live.view(own)).toEqual(visitorView)
  second.hear(...snapshotOf(own, { ...visitorView, conversations: [] }, 2), entries(3, changed('b')))
  expect(live.view(own)?.conversations.map(({ channel }) => channel)).toEqual(['b'])
})

test('[CL25] a topic that is joined appears and needs no asking; if nothing comes it is asked for', async () => {
  const page = tab()
  const live = page.openVera()
  const socket = welcomed(
    page,
    welcomeVera(),
    ...snapshotOf(own, visitorView, 1),
    entries(2, { type: 'topic.joined', topic: 'chat:tea' }),
    ...snapshotOf('chat:tea', { id: tea, lines: [] }, 0),
  )
  expect(live.topics()).toEqual([own, 'chat:tea'])
  expect(live.view('chat:tea')).toEqual({ id: tea, lines: [] })
  socket.hear(entries(3, { type: 'topic.joined', topic: 'chat:coffee' }))
  await page.clock.advance(2000)
  expect(socket.ofType('watch')).toEqual([{ type: 'watch', topic: 'chat:coffee', position: null }])
})

test('[CL25] a topic that is left or gone is dropped, and what of it was still under way changes nothing', async () => {
  const page = tab()
  const live = page.openAnn()
  const topics = [desk, 'channel:sales', 'channel:help'] as const
  const socket = welcomed(
    page,
    welcomeAnn([...topics]),
    ...snapshotOf(desk, operatorView, 1),
    ...snapshotOf('channel:sales', channelView, 1),
    ...snapshotOf('channel:help', channelView, 1),
  )
  expect(live.topics()).toEqual(topics)
  socket.hear(
    entriesOf(desk, 2, { type: 'topic.left', topic: 'channel:sales' }),
    { type: 'gone', topic: 'channel:help' },
    entriesOf('channel:sales', 2, { type: 'row.added', row: rowOf('tea') }),
    ...snapshotOf('channel:help', channelView, 2),
  )
  expect([live.topics(), live.view('channel:sales'), live.view('channel:help')]).toEqual([[desk], undefined, undefined])
  await page.clock.advance(10_000)
  expect(socket.ofType('watch')).toEqual([])
})

test('[CL26] a conversation is watched once however many look at it, and let go 10 s after the last has left', async () => {
  const page = tab()
  const live = page.openAnn()
  const socket = welcomed(page, welcomeAnn())
  const releases = [live.watch(conversation), live.watch(conversation)]
  expect(socket.ofType('watch')).toEqual([{ type: 'watch', topic: conversation, position: null }])
  socket.hear(...snapshotOf(conversation, conversationView, 1))
  releases[0]?.()
  releases[0]?.()
  await page.clock.advance(20_000)
  expect(live.view(conversation)).toEqual(conversationView)
  releases[1]?.()
  await page.clock.advance(9000)
  const again = live.watch(conversation)
  await page.clock.advance(9000)
  expect([socket.ofType('unwatch').length, live.view(conversation)]).toEqual([0, conversationView])
  again()
  await page.clock.advance(10_000)
  expect([socket.ofType('unwatch'), live.view(conversation)]).toEqual([[{ type: 'unwatch', topic: conversation }], undefined])
  socket.hear(entriesOf(conversation, 2))
  expect(live.topics()).toEqual([desk])
})

test('[CL26] a welcome that names what is watched does not make it ours: it is let go like before', async () => {
  const page = tab()
  const live = page.openAnn()
  const release = live.watch(conversation)
  const socket = welcomed(page, welcomeAnn([desk, conversation]), ...snapshotOf(conversation, conversationView, 1))
  expect(live.topics()).toEqual([conversation, desk])
  release()
  await page.clock.advance(10_000)
  expect([live.topics(), socket.ofType('unwatch').length]).toEqual([[desk], 1])
})

test('[CL26] one’s own topic stays when nobody watches it any more', async () => {
  const page = tab()
  const live = page.openVera()
  const socket = welcomed(page, welcomeVera([own, 'chat:tea']), ...snapshotOf('chat:tea', conversationView, 1))
  live.watch('chat:tea')()
  await page.clock.advance(10_000)
  expect([live.view('chat:tea'), socket.ofType('unwatch')]).toEqual([conversationView, []])
})

test('[CL26] what is watched is watched again after a reconnect', async () => {
  const page = tab()
  const live = page.openAnn()
  live.watch(conversation)
  welcomed(page, welcomeAnn(), ...snapshotOf(conversation, conversationView, 6)).drop()
  await page.clock.advance(500)
  page.net.socket().open()
  expect(page.net.socket().ofType('hello')[0]?.watch[0]).toEqual({ topic: conversation, position: 6, tag: tagAt(6) })
})

test('[CL27] frames, topics and events of unknown types are ignored', async () => {
  const page = tab()
  const live = page.openVera()
  const strange = [
    { type: 'from-the-future', topic: own },
    entriesOf('galaxy:1' as never, 1, { type: 'star.born' } as never),
    { type: 'toString' },
    { type: 'error', code: 'unknown-type', detail: 'x' },
  ] as never[] // of a newer server
  const socket = welcomed(page, welcomeVera(), ...snapshotOf(own, visitorView, 3), ...strange)
  socket.hear(
    ...snapshotOf('galaxy:1' as never, { stars: 1 }, 0),
    entriesOf('galaxy:1' as never, 1, { type: 'star.born' } as never),
  )
  socket.hear(entries(4, { type: 'constructor' } as never, changed('a')))
  expect(live.link()).toEqual({ state: 'online', over: 'socket' })
  expect(live.view(own)?.conversations.map(({ channel }) => channel)).toEqual(['a'])
})

test('[CL29] a stirred conversation moves its row, forward only, and whoever listens hears it too', () => {
  const page = tab()
  const live = page.openAnn()
  const heard: unknown[] = []
  const stop = live.onFleeting((topic, message) => heard.push([topic, message.type]))
  const topic = `channel:${sales}` as const
  const stirred = (lastOrdinal: number, visitorLines: number, excerpt: string): ServerFrame => {
    const summary = { ...rowOf('tea').summary, lastOrdinal, visitorLines, excerpt }
    return { type: 'fleeting', topic, fleeting: { type: 'conversation.stirred', conversation: tea, summary } }
  }
  const view = { ...channelView, rows: [rowOf('tea')] }
  const socket = welcomed(page, welcomeAnn([desk, topic]), stirred(5, 5, 'too early'), ...snapshotOf(topic, view, 1))
  socket.hear(stirred(4, 3, 'later'))
  expect(live.view(topic)?.rows[0]?.summary).toMatchObject({ lastOrdinal: 4, visitorLines: 3, excerpt: 'later' })
  socket.hear(stirred(3, 3, 'earlier'))
  expect(live.view(topic)?.rows[0]?.summary.excerpt).toBe('later')
  expect(heard).toEqual(Array.from({ length: 3 }, () => [topic, 'conversation.stirred']))
  stop()
  socket.hear(stirred(9, 9, 'unheard'))
  expect(heard).toHaveLength(3)
})

test('[CL29] what the server says of a list replaces what was heard, and is named when we come again', async () => {
  const page = tab()
  const live = page.openAnn()
  const topic = `channel:${sales}` as const
  const view = { ...channelView, rows: [rowOf('tea'), rowOf('water', 2)] }
  const summary = { lastOrdinal: 4, visitorLines: 2, at: 9, excerpt: 'of the database', by: null, unansweredSince: 9 }
  const ahead = { ...summary, lastOrdinal: 9, excerpt: 'of nobody any more' }
  const socket = welcomed(
    page,
    welcomeAnn([desk, topic]),
    ...snapshotOf(topic, view, 1),
    { type: 'fleeting', topic, fleeting: { type: 'conversation.stirred', conversation: tea, summary: ahead } },
    { type: 'fleeting', topic, fleeting: { type: 'list.moved', rows: [{ conversation: tea, summary }] } },
    { type: 'caught-up', topic, position: 1, tag: tagAt(1), mark: '2.5' },
  )
  expect(live.view(topic)?.rows.map((row) => row.summary.excerpt)).toEqual(['of the database', 'Hello'])
  const cursor = { topic, position: 1, tag: tagAt(1) }
  expect(await cursorAfter(socket)).toEqual({ ...cursor, mark: '2.5' })
  const again = welcomed(page, welcomeAnn([desk, topic]), { type: 'caught-up', ...cursor, mark: '2.5' })
  again.hear({ type: 'fleeting', topic, fleeting: { type: 'conversation.stirred', conversation: tea, summary: ahead } })
  expect(await cursorAfter(again)).toEqual(cursor)
  async function cursorAfter(lost: typeof socket) {
    lost.drop()
    await page.clock.advance(500)
    page.net.socket().open()
    return page.net
      .socket()
      .ofType('hello')[0]
      ?.watch.find((each) => each.topic === topic)
  }
})

test('[CL1] who we are and how far our clock is off is known from the welcome', () => {
  const page = tab()
  const live = page.openVera()
  expect([live.you(), live.clockSkewMs()]).toEqual([undefined, 0])
  welcomed(page, welcomeVera([own], { now: page.clock.now() - 90_000 }))
  expect([live.you(), live.clockSkewMs()]).toEqual([{ kind: 'visitor', id: vera }, -90_000])
})

test('[CL46][CL21] whatever the network loses, doubles or delays, the view ends as the log says', async () => {
  const log: Event[] = Array.from({ length: 40 }, (_, index) => ({ type: 'line.added', line: conversationLine(index + 2) }))
  const piece = (from: number, to = log.length): ServerFrame => entriesOf(conversation, from, ...log.slice(from - 1, to))
  const delivery = record({
    from: integer({ min: 1, max: 40 }),
    count: integer({ min: 1, max: 9 }),
    next: constantFrom('nothing', 'loss', 'two quiet seconds'),
  })
  await assert(
    asyncProperty(array(delivery, { maxLength: 25 }), async (deliveries) => {
      const page = tab()
      const live = page.openAnn()
      live.watch(conversation)
      let socket = welcomed(page, welcomeAnn(), ...snapshotOf(conversation, conversationView, 0))
      const answerWatch = () => {
        const asked = socket.ofType('watch').findLast(({ topic }) => topic === conversation)
        if (asked) socket.hear(piece((asked.position ?? 0) + 1))
      }
      for (const { from, count, next } of deliveries) {
        socket.hear(piece(from, from + count - 1))
        if (next === 'two quiet seconds') {
          await page.clock.advance(2000)
          answerWatch()
        }
        if (next === 'loss') {
          socket.drop()
          const link = live.link()
          await page.clock.advance(link.state === 'waiting' ? link.nextTryAt - page.clock.now() : 0)
          socket = welcomed(page, welcomeAnn())
        }
      }
      socket.hear({ type: 'caught-up', topic: conversation, position: log.length, tag: tagAt(log.length) })
      await page.clock.advance(4000)
      answerWatch()
      const lines = live.view(conversation)?.lines.map(({ ordinal }) => ordinal)
      expect(lines).toEqual(Array.from({ length: 41 }, (_, index) => index + 1))
    }),
    { numRuns: 60 },
  )
})
