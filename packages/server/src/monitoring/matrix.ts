import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
             nobody victor stella ann   olaf  ada   root  rick  server
monitor.set  out    no     none   ok    none  none  none  out   no
`)

export const matrix: Matrix = {
  commands,
  scenes: {
    'monitor.set': async ({ cast, victor }) => {
      const conversation = newId<ConversationId>()
      const opening = { conversation, channel: MAIN, line: newId<LineId>(), text: 'Hello', introduction: {} }
      await cast.run({ type: 'conversation.open', ...opening }, victor.actor)
      return { type: 'monitor.set', conversation, of: 'everything' }
    },
  },
  named: { 'monitor.set': ['conversation'] },
}
