import type { Command } from '@portico/protocol'
import type { ConversationId } from '@portico/protocol/ids'
import type { Outcome } from '@portico/protocol/outcome'
import { expect, test } from 'vitest'
import type { FakeSocket } from './testing/fake-network.ts'
import { entriesOf, line, sales, tab, tagAt, tea, vera, welcomeAnn, welcomed, welcomeVera } from './testing/people.ts'

const say = (text: string, conversation = tea): Command => ({ type: 'message.send', conversation, line: line(text), text })
const open: Command = {
  type: 'conversation.open',
  conversation: tea,
  channel: sales,
  line: line('l'),
  text: 'one',
  introduction: {},
}
const coffee = 'coffee' as ConversationId
const own = `visitor:${vera}` as const

const textsOf = (socket: FakeSocket) => socket.ofType('command').map(({ command }) => 'text' in command && command.text)

function answer(socket: FakeSocket, outcome: Outcome = { ok: true }) {
  const sent = socket.ofType('command').at(-1)
  if (!sent) throw new Error('expected a command, saw none')
  socket.hear({ type: 'reply', id: sent.id, outcome })
  return sent
}

test('[CL30] what is sent before the welcome waits for it', async () => {
  const page = tab()
  const live = page.openVera()
  const outcome = live.send(say('one'))
  const socket = page.net.socket()
  socket.open()
  expect([live.outbox().length, textsOf(socket)]).toEqual([1, []])
  socket.hear(welcomeVera())
  expect(textsOf(socket)).toEqual(['one'])
  answer(socket)
  expect([await outcome, live.outbox()]).toEqual([{ ok: true }, []])
})

test('[CL31] a message written just before the next page was opened is sent from there, with its id', () => {
  const page = tab()
  void page.openVera().send(say('one'))
  const next = tab({ storage: page.storage })
  const live = next.openVera()
  expect(live.outbox().map(({ command }) => command)).toEqual([say('one')])
  const id = live.outbox()[0]?.id
  const socket = welcomed(next, welcomeVera())
  expect(answer(socket)).toMatchObject({ id, command: say('one') })
  expect(live.outbox()).toEqual([])
  expect(page.storage.kept.size).toBe(0)
})

test('[CL51] what the server answers to a message of an earlier page is told on this one', () => {
  const page = tab()
  void page.openVera().send(say('one'))
  const next = tab({ storage: page.storage })
  const live = next.openVera()
  const answers: unknown[] = []
  const stop = live.onAnswered(({ command }, outcome) => answers.push([command, outcome]))
  const socket = welcomed(next, welcomeVera())
  answer(socket, { ok: false, refused: 'closed' })
  expect(answers).toEqual([[say('one'), { ok: false, refused: 'closed' }]])
  stop()
  void live.send(say('two'))
  answer(socket)
  expect(answers).toHaveLength(1)
})

test('[CL31] a page that comes back from the history takes over what the page in between has left', async () => {
  const page = tab()
  const live = page.openVera()
  welcomed(page, welcomeVera())
  page.net.socket().drop()
  void live.send(say('from before'))
  const between = tab({ storage: page.storage })
  void between.openVera().send(say('from between'))
  await page.clock.advance(500)
  const socket = welcomed(page, welcomeVera())
  answer(socket)
  answer(socket)
  expect(textsOf(socket)).toEqual(['from between', 'from before'])
  expect([live.outbox(), page.storage.kept.size]).toEqual([[], 0])
})

test('[CL31] nobody is sent what another visitor or operator of the tab had left', () => {
  const page = tab()
  void page.openVera('a'.repeat(43)).send(say('one'))
  expect(page.storage.kept.size).toBe(1)
  expect(tab({ storage: page.storage }).openVera('b'.repeat(43)).outbox()).toEqual([])
  expect(tab({ storage: page.storage }).openVera('a'.repeat(43)).outbox()).toHaveLength(1)

  const desk = tab()
  const ann = desk.openAnn()
  welcomed(desk, welcomeAnn())
  void ann.send(say('from Ann'))
  const asBob = tab({ storage: desk.storage })
  const bob = asBob.openAnn()
  welcomed(asBob, welcomeAnn(['operator:bob'], { you: { kind: 'operator', id: 'bob' as never } }))
  expect(bob.outbox()).toEqual([])
  const asAnn = tab({ storage: desk.storage })
  asAnn.openAnn()
  expect(textsOf(welcomed(asAnn, welcomeAnn()))).toEqual(['from Ann'])
})

test('[CL32] after a reconnect the unanswered are sent again, in order, with the same ids, and answered once', async () => {
  const page = tab()
  const live = page.openVera()
  const answers: string[] = []
  for (const text of ['one', 'two', 'three']) void live.send(say(text)).then(() => answers.push(text))
  const first = welcomed(page, welcomeVera())
  answer(first)
  const lost = first.ofType('command').at(-1)
  first.drop()
  await page.clock.advance(500)
  const second = welcomed(page, welcomeVera())
  expect(second.ofType('command')).toEqual([{ ...lost, again: true }])
  answer(second)
  answer(second)
  second.hear({ type: 'reply', id: lost?.id ?? ('' as never), outcome: { ok: false, refused: 'error' } })
  await page.clock.advance(0)
  expect(answers).toEqual(['one', 'two', 'three'])
  expect(new Set([...first.ofType('command'), ...second.ofType('command')].map(({ id }) => id)).size).toBe(3)
})

test('[CL38] with a challenge it is sent again as soon as it is solved, with the same id', async () => {
  const solving = Promise.withResolvers<{ puzzle: string; number: number } | undefined>()
  const page = tab({ solve: () => solving.promise })
  const live = page.openVera()
  void live.send(say('one'))
  void live.send(say('two'))
  const socket = welcomed(page, welcomeVera())
  const { id } = answer(socket, { ok: false, refused: 'retry', afterMs: 360_000, challenge: { puzzle: 'p', bits: 3 } })
  await page.clock.advance(1000)
  expect(textsOf(socket)).toEqual(['one'])
  const solution = { puzzle: 'p', number: 7 }
  solving.resolve(solution)
  await page.clock.advance(0)
  expect(socket.ofType('command')[1]).toEqual({ type: 'command', id, command: say('one'), solution, again: true })
  answer(socket)
  expect(socket.ofType('command')[2]).toMatchObject({ command: say('two') })
  expect(socket.ofType('command')[2]).not.toHaveProperty('solution')
  expect(socket.ofType('command')[2]).not.toHaveProperty('again')
})

test('[CL38] where it cannot be solved the wait is kept', async () => {
  const page = tab({ solve: async () => undefined })
  void page.openVera().send(say('one'))
  const socket = welcomed(page, welcomeVera())
  answer(socket, { ok: false, refused: 'retry', afterMs: 4000, challenge: { puzzle: 'p', bits: 3 } })
  await page.clock.advance(3999)
  expect(textsOf(socket)).toEqual(['one'])
  await page.clock.advance(1)
  expect(textsOf(socket)).toEqual(['one', 'one'])
})

test('[CL33] a command leaves when the one before it is answered', () => {
  const page = tab()
  const live = page.openVera()
  const socket = welcomed(page, welcomeVera())
  for (const text of ['one', 'two', 'three']) void live.send(say(text))
  expect(textsOf(socket)).toEqual(['one'])
  answer(socket, { ok: false, refused: 'closed' })
  expect(textsOf(socket)).toEqual(['one', 'two'])
})

test('[CL33] what is told `retry` is sent again after that time, and nothing overtakes it, reconnect or not', async () => {
  const page = tab()
  const live = page.openVera()
  const outcome = live.send(say('one'))
  void live.send(say('two'))
  const socket = welcomed(page, welcomeVera())
  const { id } = answer(socket, { ok: false, refused: 'retry', afterMs: 4000 })
  void live.send(say('three'))
  socket.drop()
  await page.clock.advance(1000)
  const next = welcomed(page, welcomeVera())
  await page.clock.advance(2999)
  expect(textsOf(next)).toEqual([])
  await page.clock.advance(1)
  expect(next.ofType('command')).toEqual([{ type: 'command', id, command: say('one'), again: true }])
  answer(next)
  expect(await outcome).toEqual({ ok: true })
  expect(textsOf(next)).toEqual(['one', 'two'])
})

test('[CL37] a command that a living connection does not answer in 8 s is sent again, with its id', async () => {
  const page = tab()
  const live = page.openVera()
  const outcome = live.send(say('one'))
  const socket = welcomed(page, welcomeVera())
  await page.clock.advance(7999)
  expect(socket.ofType('command')).toHaveLength(1)
  await page.clock.advance(1)
  expect(socket.ofType('command')).toHaveLength(2)
  const { id } = answer(socket)
  expect(socket.ofType('command').map((frame) => frame.id)).toEqual([id, id])
  expect(await outcome).toEqual({ ok: true })
  socket.hear({ type: 'reply', id, outcome: { ok: true } })
  await page.clock.advance(20_000)
  expect(socket.ofType('command')).toHaveLength(2)
})

test('[CL34] what was written into a conversation that turned out to be another one follows it there', async () => {
  const page = tab()
  const live = page.openVera()
  const opened = live.send(open)
  void live.send(say('two'))
  void live.send(say('elsewhere', coffee))
  const socket = welcomed(page, welcomeVera())
  answer(socket, { ok: true, conversation: 'cocoa' as ConversationId })
  expect(await opened).toEqual({ ok: true, conversation: 'cocoa' })
  expect(live.outbox().map(({ command }) => 'conversation' in command && command.conversation)).toEqual(['cocoa', coffee])
  answer(socket)
  expect(socket.ofType('command')[1]?.command).toEqual(say('two', 'cocoa' as ConversationId))
})

test('[CL25] when a conversation is gone, what was never sent into it is refused; what was sent waits for its answer', async () => {
  const page = tab()
  const live = page.openVera()
  const sent = live.send(say('sent'))
  const unsent = live.send(say('unsent'))
  const elsewhere = live.send(say('elsewhere', coffee))
  const socket = welcomed(page, welcomeVera(), { type: 'gone', topic: 'chat:tea' })
  expect(await unsent).toEqual({ ok: false, refused: 'not-found' })
  expect(live.outbox().map(({ command }) => 'text' in command && command.text)).toEqual(['sent', 'elsewhere'])
  answer(socket)
  answer(socket)
  expect(await Promise.all([sent, elsewhere])).toEqual([{ ok: true }, { ok: true }])
})

test('[CL25] a conversation that is being opened is not given up for not existing yet', () => {
  const page = tab()
  const live = page.openVera()
  void live.send(open)
  void live.send(say('two'))
  live.watch('chat:tea')
  welcomed(page, welcomeVera(), { type: 'gone', topic: 'chat:tea' })
  expect(live.outbox()).toHaveLength(2)
})

test('[CL35] a storage that throws, or holds something else, is survived', async () => {
  const full = () => {
    throw new Error('QuotaExceededError')
  }
  for (const storage of [
    { get: full, set: full, remove: full },
    { get: () => 'not JSON', set: full, remove: full },
    { get: () => '{"a":1}', set: full, remove: full },
  ]) {
    const page = tab({ storage })
    const live = page.openVera()
    const outcome = live.send(say('one'))
    answer(welcomed(page, welcomeVera()))
    expect(await outcome).toEqual({ ok: true })
  }
})

test('[CL36] when somebody else has signed in meanwhile, the session of this page is over and it sends nothing', async () => {
  const page = tab()
  const live = page.openAnn()
  welcomed(page, welcomeAnn()).drop()
  void live.send(say('from Ann'))
  await page.clock.advance(500)
  const socket = welcomed(page, welcomeAnn(['operator:bob'], { you: { kind: 'operator', id: 'bob' as never } }))
  expect(live.link()).toEqual({ state: 'ended', code: 4403 })
  expect(textsOf(socket)).toEqual([])
})

test('[CL25] a topic that was left takes its unsent commands with it too', async () => {
  const page = tab()
  const live = page.openVera()
  void live.send(say('under way', coffee))
  const unsent = live.send(say('unsent'))
  const socket = welcomed(page, welcomeVera())
  socket.hear(
    { type: 'snapshot', topic: own, part: '{"id":"vera","conversations":[]}' },
    { type: 'snapshot-end', topic: own, position: 1, tag: tagAt(1) },
    entriesOf(own, 2, { type: 'topic.left', topic: 'chat:tea' }),
  )
  expect(await unsent).toEqual({ ok: false, refused: 'not-found' })
})
