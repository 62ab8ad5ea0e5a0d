import type { ConversationId, LabelId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import type { Matrix, Scene } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                                      nobody victor stella ann   olaf  ada   root  rick  server
status.set                            out    no     none   ok    none  none  none  out   no
help.join                             out    no     no     ok    ok    ok    ok    out   no
help.join where none is looked for    out    no     no     ok    none  none  none  out   no
conversation.label                    out    no     none   ok    none  none  none  out   no
conversation.unlabel                  out    no     none   ok    none  none  none  out   no
`)
const internal = rowsOf(`
                                      victor stella ann   olaf  ada   root  rick  server
help.settle                           no     no     no    no    no    no    no    ok
`)
export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    'status.set': async (scene) => ({ type: 'status.set', conversation: await active(scene), status: 'help' }),
    'help.join': async (scene) => ({ type: 'help.join', conversation: await wanted(scene) }),
    'help.join where none is looked for': async (scene) => ({ type: 'help.join', conversation: await active(scene) }),
    'conversation.label': async (scene) => ({
      type: 'conversation.label',
      conversation: await active(scene),
      label: await made(scene),
    }),
    'conversation.unlabel': async (scene) => ({
      type: 'conversation.unlabel',
      conversation: await active(scene),
      label: await made(scene),
    }),
    'help.settle': async (scene) => ({ type: 'help.settle', conversation: await active(scene), joined: null }),
  },
  named: {
    'status.set': ['conversation'],
    'help.join where none is looked for': ['conversation'],
    'conversation.label': ['conversation'],
    'conversation.unlabel': ['conversation'],
  },
}

async function active({ cast, victor }: Scene): Promise<ConversationId> {
  const conversation = newId<ConversationId>()
  const opening = { conversation, channel: MAIN, line: newId<LineId>(), text: 'Hello', introduction: {} }
  await cast.run({ type: 'conversation.open', ...opening }, victor.actor)
  await cast.run({ type: 'conversation.accept', conversation }, cast.ann.actor)
  return conversation
}

async function wanted(scene: Scene): Promise<ConversationId> {
  const conversation = await active(scene)
  await scene.cast.run({ type: 'status.set', conversation, status: 'help' }, scene.cast.ann.actor)
  return conversation
}

async function made({ cast }: Scene): Promise<LabelId> {
  const label = newId<LabelId>()
  await cast.run({ type: 'label.make', label, kind: 'tag', name: `Crack ${label.slice(-12)}`, tint: 1 }, cast.ann.actor)
  return label
}
