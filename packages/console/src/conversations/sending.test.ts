import type { Pending } from '@portico/client/live'
import type { CommandId, ConversationId, LineId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { type Sending, sendingsOf } from './sending.ts'

const HERE = 'here' as ConversationId // an id of the tests
const ELSEWHERE = 'elsewhere' as ConversationId // an id of the tests
const lineId = (id: string) => id as LineId // an id of the tests

const sent = (line: string, conversation = HERE): Sending => ({
  line: lineId(line),
  conversation,
  box: 'reply',
  text: line,
  at: 1,
  state: 'sent',
})
const pending = (line: string): Pending => ({
  id: `command-${line}` as CommandId, // an id of the tests
  at: 2,
  command: { type: 'note.write', conversation: HERE, line: lineId(line), text: line },
})

test('[CO14][A24] a line is drawn once: as sent until it comes back, then as a line of the log', () => {
  const known = [sent('a'), sent('b', ELSEWHERE)]
  expect(sendingsOf({ conversation: HERE, known, outbox: [], lines: [] }).map(({ line }) => line)).toEqual(['a'])
  expect(sendingsOf({ conversation: HERE, known, outbox: [], lines: [{ id: lineId('a') }] })).toEqual([])
})

test('[CO14][A24] what the outbox kept over a page load is still drawn as sending', () => {
  const drawn = sendingsOf({ conversation: HERE, known: [], outbox: [pending('kept')], lines: [] })
  expect(drawn).toMatchObject([{ line: 'kept', box: 'note', state: 'sending' }])
  const known = [{ ...sent('kept'), state: 'sending' } as const]
  expect(sendingsOf({ conversation: HERE, known, outbox: [pending('kept')], lines: [] })).toHaveLength(1)
})
