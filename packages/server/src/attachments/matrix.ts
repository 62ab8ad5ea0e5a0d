import type { AttachmentId, BlobId, ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import type { Matrix, Scene } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const internal = rowsOf(`
                                   victor stella ann   olaf  ada   root  rick  server
attachment.begin                   ok     none   ok    none  none  none  no    no
attachment.store                   ok     none   none  none  none  none  no    none
attachment.forget                  no     no     no    no    no    no    no    ok
`)
const routes = rowsOf(`
                                   nobody victor stella ann  olaf ada  root rick sam
POST /api/chats/:id/files          401    200    404    401  401  401  401  401  401
POST /api/conversations/:id/files  401    401    401    200  404  404  404  401  401
GET /files/:id                     404    404    404    404  404  404  404  404  404
`)

export const matrix: Matrix = {
  internal,
  scenes: {
    'attachment.begin': async (scene) => beginning(await conversationOf(scene)),
    'attachment.store': async (scene) => ({ type: 'attachment.store', attachment: await begun(scene) }),
    'attachment.forget': async (scene) => ({ type: 'attachment.forget', attachment: await begun(scene) }),
  },
  routes,
  addresses: {
    'POST /api/chats/:id/files': ({ conversation }) => `/api/chats/${conversation}/files?name=menu.txt`,
    'POST /api/conversations/:id/files': ({ conversation }) => `/api/conversations/${conversation}/files?name=menu.txt`,
    'GET /files/:id': () => `/files/${newId()}?until=999999999999999&signature=${'x'.repeat(43)}`,
  },
  // As good a file as any.
  bodies: {
    'POST /api/chats/:id/files': { asks: { menu: 'soup' } },
    'POST /api/conversations/:id/files': { asks: { menu: 'soup' } },
  },
}

async function conversationOf({ cast, victor }: Scene): Promise<ConversationId> {
  const conversation = newId<ConversationId>()
  const opening = { conversation, channel: MAIN, line: newId<LineId>(), text: 'Hello', introduction: {} }
  await cast.run({ type: 'conversation.open', ...opening }, victor.actor)
  return conversation
}

async function begun(scene: Scene): Promise<AttachmentId> {
  const command = beginning(await conversationOf(scene))
  await scene.cast.run(command, scene.victor.actor)
  return command.attachment
}

const beginning = (conversation: ConversationId) =>
  ({
    type: 'attachment.begin',
    attachment: newId<AttachmentId>(),
    blob: newId<BlobId>(),
    conversation,
    file: { name: 'menu.txt', type: 'text/plain', bytes: 4, size: null },
  }) as const
