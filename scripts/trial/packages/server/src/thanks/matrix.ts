import { newId } from '@portico/protocol/new-id'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { MAIN } from '@portico/testkit/person'
import type { Matrix, Scene } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                                      nobody victor stella ann   olaf  ada   root  rick  server
thanks.give                           out    ok     none   no    none  none  none  out   no
`)
const internal = rowsOf(`
                                      victor stella ann   olaf  ada   root  rick  server
thanks.forget                         no     no     no    no    no    no    no    ok
`)

export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    'thanks.give': async (scene) => ({ type: 'thanks.give', conversation: await opened(scene) }),
    'thanks.forget': async (scene) => ({ type: 'thanks.forget', conversation: await opened(scene) }),
  },
  named: { 'thanks.give': ['conversation'] },
}

async function opened({ cast, victor }: Scene): Promise<ConversationId> {
  const conversation = newId<ConversationId>()
  const opening = {
    type: 'conversation.open',
    conversation,
    channel: MAIN,
    line: newId<LineId>(),
    text: 'Hi',
    introduction: {},
  } as const
  await cast.run(opening, victor.actor)
  return conversation
}
