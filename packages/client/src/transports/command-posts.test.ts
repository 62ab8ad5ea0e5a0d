import type { Command } from '@portico/protocol'
import type { ConversationId } from '@portico/protocol/ids'
import type { Outcome } from '@portico/protocol/outcome'
import { expect, test } from 'vitest'
import type { FakeRequest } from '../testing/fake-network.ts'
import { line, sales, tab, tea, welcomeVera, type Tab } from '../testing/people.ts'

const say = (text: string): Command => ({ type: 'message.send', conversation: tea, line: line(text), text })
const textsOf = (request: FakeRequest) => request.commands().map(({ command }) => 'text' in command && command.text)

function answerAll(request: FakeRequest, outcome: Outcome = { ok: true }) {
  request.answer({ replies: request.commands().map(({ id }) => ({ id, outcome })) })
}

test('[CL12] commands go by POST with the bearer token and the channel', async () => {
  const page = tab()
  const live = page.openVera()
  await overStream(page)
  const answer = live.send(say('one'))
  await page.clock.advance(0)
  const post = page.net.request('/commands')
  expect(post.headers.get('authorization')).toBe(`Bearer ${'v'.repeat(43)}`)
  expect(post.headers.get('x-portico-channel')).toBe(sales)
  answerAll(post)
  expect(await answer).toEqual({ ok: true })
  expect(live.outbox()).toEqual([])
})

test('[CL12] one request is in flight; the next carries all that waited, in order', async () => {
  const page = tab()
  const live = page.openVera()
  await overStream(page)
  void live.send(say('one'))
  await page.clock.advance(0)
  for (const text of ['two', 'three', 'four']) void live.send(say(text))
  await page.clock.advance(0)
  live.sendFleeting({ type: 'typing', conversation: tea, box: 'reply' })
  await page.clock.advance(0)
  expect(page.net.requestsTo('/commands')).toHaveLength(1)
  answerAll(page.net.request('/commands'))
  await page.clock.advance(0)
  expect(page.net.requestsTo('/commands')).toHaveLength(2)
  expect(page.net.request('/commands').fleeting()).toHaveLength(1)
  expect(textsOf(page.net.request('/commands'))).toEqual(['two', 'three', 'four'])
})

test('[CL12][CL34] nothing is sent behind an opening, whose answer may name another conversation', async () => {
  const page = tab()
  const live = page.openVera()
  void live.send({ type: 'conversation.open', conversation: tea, channel: sales, line: line('l'), text: 'one', introduction: {} })
  void live.send(say('two'))
  await overStream(page)
  expect(textsOf(page.net.request('/commands'))).toEqual(['one'])
  answerAll(page.net.request('/commands'), { ok: true, conversation: 'coffee' as ConversationId })
  await page.clock.advance(0)
  expect(
    page.net
      .request('/commands')
      .commands()
      .map(({ command }) => command),
  ).toEqual([{ ...say('two'), conversation: 'coffee' }])
})

test('[CL12][CL32] an answer that is lost on the way leads to a reconnect and the same ids', async () => {
  const page = tab()
  const live = page.openVera()
  await overStream(page)
  let answers = 0
  const answer = live.send(say('one')).finally(() => (answers += 1))
  await page.clock.advance(0)
  const first = page.net.request('/commands')
  first.fail()
  await page.clock.advance(500)
  const stream = page.net.request('/stream')
  stream.stream()
  stream.hear(welcomeVera())
  await page.clock.advance(0)
  const second = page.net.request('/commands')
  expect(second).not.toBe(first)
  expect(second.commands()).toEqual(first.commands().map((each) => ({ ...each, again: true })))
  answerAll(second)
  expect([await answer, answers]).toEqual([{ ok: true }, 1])
})

test('[CL12] an answer that does not come in 20 s leads to a reconnect', async () => {
  const page = tab()
  const live = page.openVera()
  await overStream(page)
  void live.send(say('one'))
  await page.clock.advance(20_000)
  expect([live.link().state, page.net.request('/commands').aborted(), live.outbox().length]).toEqual(['waiting', true, 1])
})

test('[CL16][CL33] what is not an answer of ours, or says not now, is sent again and refuses nothing', async () => {
  for (const [body, status] of [
    ['Bad gateway', 502],
    ['Forbidden by the proxy', 403],
    [{ refused: 'retry', afterMs: 2000 }, 429],
    [{ refused: 'error' }, 500],
  ] as const) {
    const page = tab()
    const live = page.openVera()
    await overStream(page)
    const answer = live.send(say('one'))
    await page.clock.advance(0)
    page.net.request('/commands').answer(body, status)
    await page.clock.advance(1999)
    expect([page.net.requestsTo('/commands').length, live.outbox().length]).toEqual([1, 1])
    await page.clock.advance(1)
    answerAll(page.net.request('/commands'))
    expect(await answer).toEqual({ ok: true })
  }
})

test('[CL12] each command of a request has its answer', async () => {
  const page = tab()
  const live = page.openVera()
  const answers = [live.send(say('good')), live.send(say('bad')), live.send(say('fine'))]
  await overStream(page)
  const post = page.net.request('/commands')
  const [ok, invalid] = [{ ok: true }, { ok: false, refused: 'invalid' }] as const
  post.answer({ replies: post.commands().map(({ id }, i) => ({ id, outcome: i === 1 ? invalid : ok })) })
  expect(await Promise.all(answers)).toEqual([ok, invalid, ok])
  expect(page.net.requestsTo('/commands')).toHaveLength(1)
})

test('[CL12] a request carries no more than it may hold', async () => {
  const page = tab()
  const live = page.openVera()
  for (const letter of ['a', '語', 'c']) void live.send(say(letter.repeat(8000)))
  await overStream(page)
  const first = page.net.request('/commands')
  expect(first.commands()).toHaveLength(1)
  answerAll(first)
  await page.clock.advance(0)
  expect(page.net.request('/commands').commands()).toHaveLength(1)
})

test('[CL38] the solution of a challenge goes along over POST, and what is sent again says so', async () => {
  const solution = { puzzle: 'p', number: 7 }
  const page = tab({ solve: async () => solution })
  const live = page.openVera()
  void live.send(say('one'))
  void live.send(say('two'))
  await overStream(page)
  const challenge = { puzzle: 'p', bits: 3 }
  answerAll(page.net.request('/commands'), { ok: false, refused: 'retry', afterMs: 60_000, challenge })
  await page.clock.advance(0)
  const again = page.net.request('/commands')
  expect(again.commands()).toMatchObject([{ command: say('one'), again: true }, { command: say('two') }])
  expect(again.commands().filter((each) => each.solution)).toHaveLength(1)
  expect(again.commands()[1]).not.toHaveProperty('again')
})

test('[CL3] a token that is refused ends the link, and the commands stay', async () => {
  const page = tab()
  const live = page.openVera()
  await overStream(page)
  void live.send(say('one'))
  await page.clock.advance(0)
  page.net.request('/commands').answer({ refused: 'forbidden' }, 401)
  await page.clock.advance(0)
  expect([live.link(), live.outbox().length]).toEqual([{ state: 'ended', code: 4401 }, 1])
})

test('[CL12] of typing and drafts only the newest is sent', async () => {
  const page = tab()
  const live = page.openVera()
  await overStream(page)
  live.sendFleeting({ type: 'draft', conversation: tea, text: 'H' })
  live.sendFleeting({ type: 'typing', conversation: tea, box: 'reply' })
  live.sendFleeting({ type: 'draft', conversation: tea, text: 'He' })
  await page.clock.advance(0)
  expect(page.net.request('/commands').fleeting()).toEqual([
    { type: 'draft', conversation: tea, text: 'He' },
    { type: 'typing', conversation: tea, box: 'reply' },
  ])
})

async function overStream({ net, clock }: Tab) {
  net.socket().drop()
  await clock.advance(0)
  net.request('/stream').stream()
  net.request('/stream').hear(welcomeVera())
  await clock.advance(0)
}
