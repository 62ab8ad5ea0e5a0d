import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import { system } from '../platform/actor.ts'
import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                                      nobody victor stella ann   olaf  ada   root  rick  server
whisper.send                          out    no     none   ok    none  none  none  out   no
`)
const topics = rowsOf(`
                                      victor stella ann   olaf  ada   root
aside of Ann's in Victor's            gone   gone   heard gone  gone  gone
aside of Bob's in Victor's            gone   gone   gone  gone  gone  gone
aside of Ann's in nobody's            gone   gone   gone  gone  gone  gone
`)

export const matrix: Matrix = {
  commands,
  scenes: {
    'whisper.send': async ({ cast, victor }) => {
      const conversation = newId<ConversationId>()
      const opening = { conversation, channel: MAIN, line: newId<LineId>(), text: 'Hello', introduction: {} }
      await cast.run({ type: 'conversation.open', ...opening }, victor.actor)
      await cast.run({ type: 'conversation.accept', conversation }, cast.ann.actor)
      const { id: operator } = cast.bob
      await cast.run({ type: 'conversation.come', conversation, operator, level: 'observer' }, system('conversations'))
      return { type: 'whisper.send', conversation, line: newId<LineId>(), to: operator, text: 'Psst' }
    },
  },
  named: { 'whisper.send': ['conversation', 'to'] },
  topics,
  topicOf: {
    "aside of Ann's in Victor's": ({ cast, conversation }) => `aside:${conversation}.${cast.ann.id}`,
    "aside of Bob's in Victor's": ({ cast, conversation }) => `aside:${conversation}.${cast.bob.id}`,
    "aside of Ann's in nobody's": ({ cast }) => `aside:${newId()}.${cast.ann.id}`,
  },
}
