import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import type { Matrix } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                   nobody victor stella ann   olaf  ada   root  rick  server
absence-mails.set  out    no     no     ok    ok    ok    ok    out   no
`)
const internal = rowsOf(`
              victor stella ann   olaf  ada   root  rick  server
absence.mail  no     no     no    no    no    no    no    ok
`)

export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    'absence-mails.set': () => ({ type: 'absence-mails.set', on: false }),
    'absence.mail': async ({ cast, victor }) => {
      const conversation = newId<ConversationId>()
      const opening = { conversation, channel: MAIN, line: newId<LineId>(), text: 'Hello', introduction: {} }
      await cast.run({ type: 'conversation.open', ...opening }, victor.actor)
      return { type: 'absence.mail', conversation }
    },
  },
}
