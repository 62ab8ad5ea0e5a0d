import type { Command } from '@portico/protocol'
import type { Outcome } from '@portico/protocol/outcome'
import { expect, test } from 'vitest'
import type { FakeSocket } from './testing/fake-network.ts'
import { line, tab, tea, vera, welcomed, welcomeVera } from './testing/people.ts'

const own = `visitor:${vera}` as const
const say = (text: string): Command => ({ type: 'message.send', conversation: tea, line: line(text), text })
const textsOf = (socket: FakeSocket) => socket.ofType('command').map(({ command }) => 'text' in command && command.text)

function answer(socket: FakeSocket, outcome: Outcome = { ok: true }) {
  const sent = socket.ofType('command').at(-1)
  if (!sent) throw new Error('expected a command, saw none')
  socket.hear({ type: 'reply', id: sent.id, outcome })
  return sent
}

const DAY_MS = 24 * 60 * 60 * 1000
const mintedAt = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

test('[CL39] ids are of the server’s time, whatever the clock of the device says, and each is later than the one before', () => {
  for (const offMs of [8 * DAY_MS, -8 * DAY_MS]) {
    const page = tab()
    const live = page.openVera()
    const now = page.clock.now() + offMs
    void live.send(say('before the welcome'))
    const socket = welcomed(page, welcomeVera([own], { now }))
    void live.send(say('two'))
    void live.send(say('three'))
    const ids = ['one', 'two', 'three'].map(() => answer(socket).id)
    expect(ids.map(mintedAt)).toEqual([now, now + 1, now + 2])
    expect(live.outbox()).toEqual([])
  }
})

test('[CL39] what is refused as of a time to come is sent again with an id of the server’s time, and answered once', async () => {
  const page = tab()
  const live = page.openVera()
  const outcomes: Outcome[] = []
  void live.send(say('one')).then((outcome) => outcomes.push(outcome))
  const socket = welcomed(page, welcomeVera([own], { now: page.clock.now() }))
  void live.send(say('two'))
  const now = page.clock.now() - 3 * DAY_MS
  const { id } = answer(socket, { ok: false, refused: 'early', now })
  await page.clock.advance(1000)
  const again = answer(socket)
  expect([textsOf(socket), again.again]).toEqual([['one', 'one', 'two'], true])
  expect([again.id === id, mintedAt(again.id)]).toEqual([false, now])
  await page.clock.advance(0)
  expect([outcomes, live.clockSkewMs()]).toEqual([[{ ok: true }], -3 * DAY_MS])
})
