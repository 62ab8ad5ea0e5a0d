import type { OutboxStorage } from '@portico/client/surroundings'
import type { Author, ChatLine, ChatView } from '@portico/protocol/conversations'
import type { ChannelId, ConversationId, LineId, OperatorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import type { FromFrame } from '../bridge.ts'
import { openWords } from '../messages/words.ts'
import { announcement } from './announcement.ts'
import { openMarks } from './marks.ts'
import { openArrivals, type Look } from './arrivals.ts'

const ann: Author = { kind: 'operator', id: 'ann' as OperatorId, name: 'Ann' }
const vera: Author = { kind: 'visitor', name: null }
const line = (id: string, author: Author, text = id): ChatLine => ({
  id: id as LineId,
  at: 1,
  author,
  body: { kind: 'message', text },
})
const chatOf = (...lines: ChatLine[]): ChatView => ({
  id: 'c' as ConversationId,
  channel: 'main' as ChannelId,
  phase: { state: 'active', at: 1, operators: [] },
  lines,
  older: false,
  seen: null,
})

function storageOf(): OutboxStorage {
  const kept = new Map<string, string>()
  return { get: (key) => kept.get(key) ?? null, set: (key, value) => kept.set(key, value), remove: (key) => kept.delete(key) }
}

/** A tab of Vera's browser; tabs share the device's storage. */
function tab(storage: OutboxStorage) {
  const told: FromFrame[] = []
  const read: string[] = []
  let rings = 0
  const arrivals = openArrivals({
    marks: openMarks(storage),
    say: (message) => told.push(message),
    ring: () => rings++,
    arrived: () => {},
    tellRead: (_chat, id) => read.push(id),
  })
  const look = (lines: ChatLine[], more: Partial<Look> = {}) =>
    arrivals.look({ chat: chatOf(...lines), attentive: false, open: false, known: true, unsent: false, ...more })
  return { arrivals, told, read, look, rings: () => rings, unread: () => told.findLast(({ type }) => type === 'counted') }
}

test('[WG21] what Vera has not seen is counted, and read once she looks', () => {
  const { look, unread, read } = tab(storageOf())
  const lines = [line('1', vera), line('2', ann), line('3', ann)]
  look(lines)
  expect(unread()).toMatchObject({ unread: 2 })
  expect(read).toEqual([])
  look(lines, { attentive: true, open: true })
  expect(unread()).toMatchObject({ unread: 0 })
  expect(read).toEqual(['3'])
})
test('[WG21] each message is told once, cut to an excerpt', () => {
  const { look, told } = tab(storageOf())
  const lines = [line('1', ann, `long\n\n${'x'.repeat(300)}`)]
  look(lines)
  look(lines)
  const said = told.filter(({ type }) => type === 'said')
  expect(said).toHaveLength(1)
  expect(said[0]).toMatchObject({ said: { author: 'Ann', excerpt: expect.stringMatching(/^long x{135}$/) } })
})
test('[WG21][A18] two tabs both tell of a message, and one of them sounds', () => {
  const storage = storageOf()
  const [here, there] = [tab(storage), tab(storage)]
  here.look([line('1', ann)])
  there.look([line('1', ann)])
  expect(here.told.concat(there.told).filter(({ type }) => type === 'said')).toHaveLength(2)
  expect(here.rings() + there.rings()).toBe(1)
})
test('[WG21][A18] the next page does not sound for what was heard before, and counts it still', () => {
  const storage = storageOf()
  tab(storage).look([line('1', ann)])
  const next = tab(storage)
  next.look([line('1', ann)])
  expect(next.rings()).toBe(0)
  expect(next.unread()).toMatchObject({ unread: 1 })
  next.look([line('1', ann), line('2', ann)])
  expect(next.rings()).toBe(1)
})
test('[WG13] the mark of what is new stays while Vera reads, and goes when she answers', () => {
  const { arrivals, look } = tab(storageOf())
  const lines = [line('1', vera), line('2', ann)]
  look(lines)
  look(lines, { attentive: true, open: true })
  expect(arrivals.firstNew()).toBe('2')
  arrivals.answered()
  expect(arrivals.firstNew()).toBeUndefined()
})
test('[WG13] nothing is marked as new before her eyes', () => {
  const { arrivals, look } = tab(storageOf())
  look([line('1', ann)], { attentive: true, open: true })
  expect(arrivals.firstNew()).toBeUndefined()
})
test('[WG28] few lines are read out, a catch-up is summed up', async () => {
  const words = await openWords('en')
  const lines = Array.from({ length: 200 }, (_, at) => line(`${at}`, ann, `line ${at}`))
  expect(announcement(lines.slice(0, 2), words)).toBe('Ann: line 0 Ann: line 1')
  expect(announcement(lines, words)).toBe('200 new messages')
})
