import { openListeners } from '@portico/client/listeners'
import type { Live, Pending } from '@portico/client/live'
import type { Command } from '@portico/protocol'
import type { CommandId, ConversationId, LineId } from '@portico/protocol/ids'
import type { Outcome } from '@portico/protocol/outcome'
import { expect, test } from 'vitest'
import { openSendings } from './sendings.ts'

const HERE = 'here' as ConversationId // an id of the tests

/** Stands where the network would: commands wait until the test answers them. */
function openAnswering() {
  const answers = openListeners<[one: Pending, outcome: Outcome]>()
  const asked: { command: Command; answer: (outcome: Outcome) => void }[] = []
  const answering = (command: Command) => (outcome: Outcome) => answers.say({ id: 'id' as CommandId, command, at: 1 }, outcome) // an id of the tests
  const live = {
    clockSkewMs: () => 0,
    onAnswered: answers.add,
    send: (command: Command) => asked.push({ command, answer: answering(command) }),
  } as unknown as Live // as much of it as is used
  return { asked, answering, sendings: openSendings(live) }
}

test('[CO38][A24] what an earlier page has sent says why it was refused', () => {
  const { answering, sendings } = openAnswering()
  answering({ type: 'message.send', conversation: HERE, line: 'l' as LineId, text: 'hello' })({ ok: false, refused: 'closed' }) // as above
  expect(sendings.all()).toMatchObject([{ text: 'hello', box: 'reply', state: 'failed', reason: 'closed' }])
})

test('[CO14][A24] a bubble never says sent before the server has answered', () => {
  const { asked, sendings } = openAnswering()
  sendings.send({ conversation: HERE, box: 'reply', text: 'hello' })
  expect(sendings.all()).toMatchObject([{ text: 'hello', state: 'sending' }])
  asked[0]?.answer({ ok: true })
  expect(sendings.all()).toMatchObject([{ state: 'sent' }])
})

test('[CO16][A24] a refused line says why and can be sent again, as a new line', () => {
  const { asked, sendings } = openAnswering()
  sendings.send({ conversation: HERE, box: 'note', text: 'hello' })
  asked[0]?.answer({ ok: false, refused: 'closed' })
  const failed = sendings.all()[0]
  expect(failed).toMatchObject({ state: 'failed', reason: 'closed' })
  if (failed) sendings.again(failed.line)
  expect(sendings.all()).toMatchObject([{ text: 'hello', box: 'note', state: 'sending' }])
  expect(sendings.all()[0]?.line).not.toBe(failed?.line)
  expect(asked.map(({ command }) => command.type)).toEqual(['note.write', 'note.write'])
})

test('[CO65] an answer that came too late can be saved as a note', () => {
  const { asked, sendings } = openAnswering()
  sendings.send({ conversation: HERE, box: 'reply', text: 'hello' })
  asked[0]?.answer({ ok: false, refused: 'closed' })
  const failed = sendings.all()[0]
  if (failed) sendings.again(failed.line, 'note')
  expect(sendings.all()).toMatchObject([{ text: 'hello', box: 'note', state: 'sending' }])
  expect(asked.at(-1)?.command).toMatchObject({ type: 'note.write', text: 'hello' })
})
