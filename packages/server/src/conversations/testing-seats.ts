import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import { system } from '../platform/actor.ts'
import type { Matrix, Scene } from '../testing-matrix.ts'

/** Of the matrix: Ann and Bob are in Victor's, where one of them may go. */
export const seatScenes: NonNullable<Matrix['scenes']> = {
  'conversation.leave': async (scene) => ({ type: 'conversation.leave', conversation: await shared(scene, 'participant') }),
  'conversation.observe': async (scene) => ({ type: 'conversation.observe', conversation: await shared(scene, 'participant') }),
  'conversation.take-part': async (scene) => ({ type: 'conversation.take-part', conversation: await shared(scene, 'observer') }),
  'conversation.hand-over': async (scene) => ({
    type: 'conversation.hand-over',
    conversation: await shared(scene, 'participant'),
    operator: scene.cast.bob.id,
    line: newId<LineId>(),
  }),
  'conversation.come': async (scene) => ({
    type: 'conversation.come',
    conversation: await shared(scene, 'observer'),
    operator: scene.cast.ann.id,
    level: 'observer',
  }),
  'conversation.tell': async (scene) => ({
    type: 'conversation.tell',
    conversation: await shared(scene, 'observer'),
    operator: { id: scene.cast.ann.id, name: 'Ann' },
    notice: 'declined',
  }),
}

export const SEATS_NAMED: NonNullable<Matrix['named']> = {
  'conversation.leave': ['conversation'],
  'conversation.observe': ['conversation'],
  'conversation.take-part': ['conversation'],
  'conversation.hand-over': ['conversation', 'operator'],
}

/** Bob has it, and Ann has come by invitation. */
async function shared({ cast, victor }: Scene, level: 'observer' | 'participant'): Promise<ConversationId> {
  const conversation = newId<ConversationId>()
  const opening = { conversation, channel: MAIN, line: newId<LineId>(), text: 'Hello', introduction: {} }
  await cast.run({ type: 'conversation.open', ...opening }, victor.actor)
  await cast.run({ type: 'conversation.accept', conversation }, cast.bob.actor)
  await cast.run({ type: 'conversation.come', conversation, operator: cast.ann.id, level }, system('conversations'))
  return conversation
}
