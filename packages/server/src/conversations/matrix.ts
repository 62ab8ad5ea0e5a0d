import type { ChannelId, ConversationId, LineId, OfferId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { MAIN } from '@portico/testkit/person'
import { OTHER } from '@portico/testkit/site'
import { system } from '../platform/actor.ts'
import { SEATS_NAMED, seatScenes } from './testing-seats.ts'
import type { Matrix, Scene } from '../testing-matrix.ts'
import { rowsOf } from '../testing-table.ts'

const commands = rowsOf(`
                                      nobody victor stella ann   olaf  ada   root  rick  server
conversation.open                     out    ok     ok     no    no    no    no    out   no
conversation.open under another's id  out    none   none   no    no    no    no    out   no
message.send                          out    ok     none   ok    none  none  none  out   no
note.write                            out    no     none   ok    none  none  none  out   no
conversation.accept                   out    no     none   ok    none  none  none  out   no
conversation.decline                  out    no     none   ok    none  none  none  out   no
conversation.assign                   out    no     none   no    none  none  none  out   no
conversation.move                     out    no     none   ok    none  none  none  out   no
conversation.move to another's        out    no     none   no    none  none  none  out   no
conversation.close                    out    ok     none   ok    none  none  none  out   ok
conversation.introduce                out    ok     none   no    none  none  none  out   no
conversation.reopen                   out    ok     none   ok    none  none  none  out   no
read.mark                             out    ok     none   ok    none  none  none  out   no
read.mark of a note                   out    none   none   ok    none  none  none  out   no
visitor.edit                          out    no     no     ok    none  none  none  out   no
conversation.leave                    out    no     none   ok    none  none  none  out   no
conversation.observe                  out    no     no     ok    none  none  none  out   no
conversation.take-part                out    no     none   ok    none  none  none  out   no
conversation.hand-over                out    no     none   ok    none  none  none  out   no
`)
const internal = rowsOf(`
                                      victor stella ann   olaf  ada   root  rick  server
conversation.bear-with-us             no     no     no    no    no    no    no    ok
conversation.offer                    no     no     no    no    no    no    no    ok
conversation.lapse                    no     no     no    no    no    no    no    ok
conversation.pass-on                  no     no     no    no    no    no    no    ok
conversation.expire                   no     no     no    no    no    no    no    ok
conversation.release                  no     no     no    no    no    no    no    ok
conversation.take-back                no     no     no    no    no    no    no    ok
conversation.help                     no     no     no    no    no    no    no    ok
visitor.acknowledge                   no     no     no    no    no    no    no    ok
conversation.come                     no     no     no    no    no    no    no    ok
conversation.tell                     no     no     no    no    no    no    no    ok
`)
const routes = rowsOf(`
                                      nobody victor stella ann  olaf ada  root rick sam
GET /api/conversations                401    401    401    200  200  200  200  401  401
GET /api/conversations/:id/lines      401    401    401    200  404  404  404  401  401
GET /api/chats                        401    200    200    401  401  401  401  401  401
GET /api/chats/:id/lines              401    200    404    401  401  401  401  401  401
GET /api/visitors/:id/conversations   401    401    401    200  200  200  200  401  401
GET /api/hours/:id/written            401    401    401    404  404  404  404  401  401
GET /api/today                        401    401    401    200  200  200  200  401  401
POST /api/search                      401    401    401    200  200  200  200  401  401
GET /widget/:channel/config.json      200    200    200    200  200  200  200  200  200
`)
const topics = rowsOf(`
                                      victor stella ann   olaf  ada   root
conversation of Victor's              gone   gone   heard gone  gone  gone
chat of Victor's                      heard  gone   gone  gone  gone  gone
conversation of nobody's              gone   gone   gone  gone  gone  gone
channel main                          gone   gone   heard gone  gone  gone
channel other                         gone   gone   gone  heard gone  heard
visitor Victor                        heard  gone   gone  gone  gone  gone
operator Ann                          gone   gone   heard gone  gone  gone
`)
const fleeting = rowsOf(`
                                      victor stella ann   olaf  ada   root
typing to the operators               heard  –      heard –     –     –
typing to the visitor                 –      –      heard –     –     –
typing in the note to the visitor     –      –      –     –     –     –
draft to the operators                heard  –      –     –     –     –
looking to the operators              –      –      heard –     –     –
looking to the visitor                –      –      –     –     –     –
`)

export const matrix: Matrix = {
  commands,
  internal,
  scenes: {
    'conversation.open': () => ({ ...opening(), conversation: newId<ConversationId>() }),
    "conversation.open under another's id": async (scene) => {
      const victor = await scene.cast.newVisitor()
      return { ...opening(), ...(await requested({ ...scene, victor })) }
    },
    'message.send': async (scene) => ({ type: 'message.send', ...(await active(scene)), line: newLine(), text: 'Well?' }),
    'note.write': async (scene) => ({ type: 'note.write', ...(await active(scene)), line: newLine(), text: 'Hm.' }),
    'conversation.accept': async (scene) => ({ type: 'conversation.accept', ...(await requested(scene)) }),
    'conversation.decline': async (scene) => ({ type: 'conversation.decline', ...(await offered(scene)) }),
    'conversation.assign': async (scene) => ({
      type: 'conversation.assign',
      ...(await requested(scene)),
      operator: scene.cast.ann.id,
    }),
    'conversation.move': async (scene) => ({
      type: 'conversation.move',
      ...(await requested(scene)),
      channel: await anotherOfAnns(scene),
    }),
    "conversation.move to another's": async (scene) => ({
      type: 'conversation.move',
      ...(await requested(scene)),
      channel: OTHER,
    }),
    'conversation.close': async (scene) => ({ type: 'conversation.close', ...(await active(scene)) }),
    'conversation.introduce': async (scene) => ({ type: 'conversation.introduce', ...(await active(scene)), name: 'Victor V.' }),
    'conversation.reopen': async (scene) => {
      const ended = await active(scene)
      await scene.cast.run({ type: 'conversation.close', ...ended }, scene.cast.ann.actor)
      return { type: 'conversation.reopen', ...ended }
    },
    'read.mark': async (scene) => {
      const said = { ...(await active(scene)), line: newLine() }
      await scene.cast.run({ type: 'message.send', ...said, text: 'And?' }, scene.victor.actor)
      return { type: 'read.mark', ...said }
    },
    'read.mark of a note': async (scene) => {
      const noted = { ...(await active(scene)), line: newLine() }
      await scene.cast.run({ type: 'note.write', ...noted, text: 'Be kind.' }, scene.cast.ann.actor)
      return { type: 'read.mark', ...noted }
    },

    'visitor.edit': async (scene) => {
      await requested(scene)
      return { type: 'visitor.edit', visitor: scene.victor.id, set: { phone: '12 34' }, was: {} }
    },

    'conversation.bear-with-us': async (scene) => ({ type: 'conversation.bear-with-us', ...(await requested(scene)) }),
    'conversation.offer': async (scene) => offering(scene, await requested(scene)),
    'conversation.lapse': async (scene) => ({
      type: 'conversation.lapse',
      ...(await requested(scene)),
      offer: newId<OfferId>(),
    }),
    'conversation.pass-on': async (scene) => ({ type: 'conversation.pass-on', ...(await requested(scene)), since: 0 }),
    'conversation.expire': async (scene) => ({ type: 'conversation.expire', ...(await requested(scene)), gone: true }),
    'conversation.release': async (scene) => ({
      type: 'conversation.release',
      ...(await active(scene)),
      operator: scene.cast.ann.id,
    }),
    'conversation.help': async (scene) => ({ type: 'conversation.help', ...(await active(scene)), operator: scene.cast.bob.id }),
    'visitor.acknowledge': ({ victor }) => ({ type: 'visitor.acknowledge', visitor: victor.id }),
    ...seatScenes,
    'conversation.take-back': async (scene) => ({
      type: 'conversation.take-back',
      ...(await requested(scene)),
      operator: scene.cast.ann.id,
    }),
  },
  named: {
    'message.send': ['conversation'],
    'note.write': ['conversation'],
    'conversation.accept': ['conversation'],
    'conversation.decline': ['conversation'],
    'conversation.assign': ['conversation', 'operator'],
    'conversation.move': ['conversation', 'channel'],
    'conversation.close': ['conversation'],
    'conversation.introduce': ['conversation'],
    'conversation.reopen': ['conversation'],
    'read.mark': ['conversation', 'line'],
    'read.mark of a note': ['conversation', 'line'],
    ...SEATS_NAMED,
    'visitor.edit': ['visitor'],
  },
  routes,
  addresses: {
    'GET /api/hours/:id/written': () => `/api/hours/${newId()}/written`,
    'GET /api/today': () => '/api/today?channels=mine',
    'GET /api/conversations': () => '/api/conversations?list=mine',
    'GET /api/conversations/:id/lines': ({ conversation }) => `/api/conversations/${conversation}/lines`,
    'GET /api/chats': () => `/api/chats?channel=${MAIN}`,
    'GET /widget/:channel/config.json': () => `/widget/${MAIN}/config.json`,
    'GET /api/visitors/:id/conversations': ({ victor }) => `/api/visitors/${victor.id}/conversations`,
    'GET /api/chats/:id/lines': ({ conversation }) => `/api/chats/${conversation}/lines`,
  },
  bodies: { 'POST /api/search': { fits: { words: 'Victor' } } },
  topics,
  topicOf: {
    "conversation of Victor's": ({ conversation }) => `conversation:${conversation}`,
    "chat of Victor's": ({ conversation }) => `chat:${conversation}`,
    "conversation of nobody's": () => `conversation:${newId()}`,
    'channel main': () => `channel:${MAIN}`,
    'channel other': () => `channel:${OTHER}`,
    'visitor Victor': ({ victor }) => `visitor:${victor.id}`,
    'operator Ann': ({ cast }) => `operator:${cast.ann.id}`,
  },
  fleeting,
}

async function requested({ cast, victor }: Scene): Promise<{ conversation: ConversationId }> {
  const conversation = newId<ConversationId>()
  await cast.run({ ...opening(), conversation }, victor.actor)
  return { conversation }
}
async function anotherOfAnns({ cast }: Scene): Promise<ChannelId> {
  const channel = newId<ChannelId>()
  await cast.run({ type: 'channel.create', channel, name: `Fairs ${channel}` }, cast.root.actor)
  await cast.run({ type: 'channel.join', channel, operator: cast.ann.id }, cast.root.actor)
  return channel
}

const offering = ({ cast }: Scene, request: { conversation: ConversationId }) =>
  ({ type: 'conversation.offer', ...request, channel: MAIN, ranked: [cast.ann.id], forMs: 30_000 }) as const

async function offered(scene: Scene): Promise<{ conversation: ConversationId }> {
  const request = await requested(scene)
  await scene.cast.run(offering(scene, request), system('routing'))
  return request
}

async function active(scene: Scene): Promise<{ conversation: ConversationId }> {
  const request = await requested(scene)
  await scene.cast.run({ type: 'conversation.accept', ...request }, scene.cast.ann.actor)
  return request
}

const newLine = () => newId<LineId>()
const opening = () => ({ type: 'conversation.open', channel: MAIN, line: newLine(), text: 'Hello', introduction: {} }) as const
