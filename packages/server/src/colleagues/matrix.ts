import type { ConversationId, LineId, OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import { system, type Actor } from '../platform/actor.ts'
import type { Matrix, Scene } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                                      nobody victor stella ann   olaf  ada   root  rick  server
colleague.invite                      out    no     none   ok    none  none  none  out   no
colleague.uninvite                    out    no     none   ok    none  none  none  out   no
colleague.join                        out    no     no     ok    none  none  none  out   no
colleague.join of another's           out    no     no     none  none  none  none  out   no
colleague.decline                     out    no     no     ok    none  none  none  out   no
colleague.decline of another's        out    no     no     none  none  none  none  out   no
`)
const internal = rowsOf(`
                                      victor stella ann   olaf  ada   root  rick  server
colleague.settle                      no     no     no    no    no    no    no    ok
`)
export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    'colleague.invite': async (scene) => {
      await appear(scene, 'bob')
      return {
        type: 'colleague.invite',
        conversation: await active(scene, 'ann'),
        operator: scene.cast.bob.id,
        level: 'observer',
      }
    },
    'colleague.uninvite': async (scene) => {
      const { conversation, operator } = await invited(scene, { by: 'ann', whom: 'bob' })
      return { type: 'colleague.uninvite', conversation, operator }
    },
    // By Bob, who has it, to Ann.
    'colleague.join': async (scene) => {
      const { conversation } = await invited(scene, { by: 'bob', whom: 'ann' })
      return { type: 'colleague.join', conversation, level: 'participant' }
    },
    "colleague.join of another's": async (scene) => {
      const conversation = await active(scene, 'bob')
      return { type: 'colleague.join', conversation, level: 'participant' }
    },
    'colleague.decline': async (scene) => {
      const { conversation } = await invited(scene, { by: 'bob', whom: 'ann' })
      return { type: 'colleague.decline', conversation }
    },
    "colleague.decline of another's": async (scene) => {
      const { conversation } = await invited(scene, { by: 'ann', whom: 'bob' })
      return { type: 'colleague.decline', conversation }
    },
    'colleague.settle': async (scene) => ({ type: 'colleague.settle', conversation: await active(scene, 'ann') }),
  },
  named: {
    'colleague.invite': ['conversation', 'operator'],
    'colleague.uninvite': ['conversation'],
    'colleague.join': ['conversation'],
    'colleague.decline': ['conversation'],
  },
}

type Who = 'ann' | 'bob'

async function appear({ cast }: Scene, who: Who): Promise<OperatorId> {
  const { id, actor } = cast[who]
  await cast.run({ type: 'operator.appear', operator: id, node: 'here' }, system('presence'))
  await cast.run({ type: 'availability.set', availability: 'everybody' }, actor)
  return id
}

async function active({ cast, victor }: Scene, by: Who): Promise<ConversationId> {
  const conversation = newId<ConversationId>()
  const opening = { conversation, channel: MAIN, line: newId<LineId>(), text: 'Hello', introduction: {} }
  await cast.run({ type: 'conversation.open', ...opening }, victor.actor)
  await cast.run({ type: 'conversation.accept', conversation }, actorOf(cast, by))
  return conversation
}

async function invited(scene: Scene, { by, whom }: { by: Who; whom: Who }) {
  const operator = await appear(scene, whom)
  const conversation = await active(scene, by)
  await scene.cast.run({ type: 'colleague.invite', conversation, operator, level: 'participant' }, actorOf(scene.cast, by))
  return { conversation, operator }
}

const actorOf = (cast: Scene['cast'], who: Who): Actor => cast[who].actor
