// What no client of ours would say. Nothing dies, nothing hangs, everything refused is told why in a code.
import { connect as connectTcp } from 'node:net'
import { CLOSE } from '@portico/protocol/close-codes'
import * as s from '@portico/protocol/schema'
import { serverFrame } from '@portico/protocol/session'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, visitorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { newSqlite } from '@portico/testkit/databases'
import { afterAll, beforeAll, expect, test } from 'vitest'

const TOO_BIG = 1009 // as RFC 6455 has it
const NOT_UTF8 = 1007
const CPU_MS_MAX = 1000

let site: Site
let cast: Cast
let vera: VisitorCaller
beforeAll(async () => {
  site = await openSite(await newSqlite())
  cast = await openCast(site)
  vera = await cast.newVisitor()
})
afterAll(() => closeSound(site))

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const POINTLESS = '{"type":"pong","nonce":"a"}'
const hello = JSON.stringify(visitorHello('x'.repeat(43)))

/** The answer: the code of an error frame, of an ended connection, or what a frame in order is answered with. */
const FRAMES: readonly [what: string, said: string | Buffer, answer: string | number][] = [
  ['nothing', '', 'bad-frame'],
  ['white space', ' \n', 'bad-frame'],
  ['no JSON', 'hello?', 'bad-frame'],
  ['a truncated frame', '{"type":"ping","non', 'bad-frame'],
  ['two frames in one', '{"type":"ping","nonce":"a"}{"type":"ping","nonce":"b"}', 'bad-frame'],
  ['null', 'null', 'bad-frame'],
  ['a number', '1e999', 'bad-frame'],
  ['a list', '[{"type":"ping","nonce":"a"}]', 'bad-frame'],
  ['no type', '{"nonce":"a"}', 'bad-frame'],
  ['a type that is no text', '{"type":["ping"],"nonce":"a"}', 'bad-frame'],
  ['a type of somebody newer', '{"type":"teleport","to":"Rome"}', 'unknown-type'],
  ['the name of an inherited property as type', '{"type":"constructor"}', 'unknown-type'],
  ['a frame of the server', '{"type":"welcome","version":1}', 'unknown-type'],
  ['a list nested 30,000 deep', nested(30_000), 'bad-frame'],
  ['a list nested 100,000 deep', nested(100_000), TOO_BIG],
  ['a value nested 30,000 deep', `{"type":"ping","nonce":${nested(30_000)}}`, 'bad-frame'],
  ['objects nested 7,000 deep', `${'{"type":'.repeat(7000)}1${'}'.repeat(7000)}`, 'bad-frame'],
  ['depth in a field nobody reads', `{"type":"ping","nonce":"a","more":${nested(30_000)}}`, 'pong'],
  ['a key twice', '{"type":"ping","nonce":"a","nonce":"b"}', 'pong'],
  ['__proto__', '{"type":"ping","nonce":"a","__proto__":{"polluted":1}}', 'pong'],
  ['constructor.prototype', '{"type":"ping","nonce":"a","constructor":{"prototype":{"polluted":1}}}', 'pong'],
  ['__proto__ instead of the fields', '{"__proto__":{"type":"ping","nonce":"a"}}', 'bad-frame'],
  ['a nonce too long', `{"type":"ping","nonce":"${'x'.repeat(41)}"}`, 'bad-frame'],
  ['a position of 1e308', `{"type":"watch","topic":"lobby:${MAIN}","position":1e308}`, 'bad-frame'],
  ['a position below 0', `{"type":"watch","topic":"lobby:${MAIN}","position":-1}`, 'bad-frame'],
  ['a position of half', `{"type":"watch","topic":"lobby:${MAIN}","position":0.5}`, 'bad-frame'],
  ['a number of 1,000 digits', `{"type":"watch","topic":"lobby:${MAIN}","position":${'9'.repeat(1000)}}`, 'bad-frame'],
  [
    'the greatest position there is',
    `{"type":"watch","topic":"lobby:${MAIN}","position":${Number.MAX_SAFE_INTEGER}}`,
    'snapshot',
  ],
  ['a topic that is none', '{"type":"watch","topic":"settings:1","position":null}', 'bad-frame'],
  ['a topic with a quote', '{"type":"watch","topic":"chat:\\"","position":null}', 'bad-frame'],
  ['a topic of nobody', '{"type":"watch","topic":"chat:nothing","position":null}', 'gone'],
  ['a command without id', '{"type":"command","command":{"type":"availability.set"}}', 'bad-frame'],
  ['a second hello', hello, 'bad-frame'],
  ['a pong nobody asked for', POINTLESS, 'nothing'],
  ['a frame over 64 KiB', `{"type":"ping","nonce":"${'x'.repeat(65_536)}"}`, TOO_BIG],
  ['a binary frame', Buffer.from('{"type":"ping","nonce":"a"}'), 'bad-frame'],
  ['bytes at random', Buffer.from([0, 255, 1, 254, 128, 0]), 'bad-frame'],
]

/** Commands that are not of the protocol: each has its answer, though the frame is in order otherwise. */
const COMMANDS: readonly [what: string, command: string][] = [
  ['NUL', `{"type":"message.send","conversation":"c","line":"l","text":"a\\u0000b"}`],
  ['half a surrogate pair', `{"type":"message.send","conversation":"c","line":"l","text":"\\ud83d"}`],
  ['the halves the wrong way round', `{"type":"message.send","conversation":"c","line":"l","text":"\\ude00\\ud83d"}`],
  ['only white space', `{"type":"message.send","conversation":"c","line":"l","text":" \\t\\n\\u00a0\\ufeff"}`],
  ['no text', `{"type":"message.send","conversation":"c","line":"l"}`],
  ['a text nested deep', `{"type":"message.send","conversation":"c","line":"l","text":${nested(20_000)}}`],
  ['an id with a colon', `{"type":"message.send","conversation":"c:d","line":"l","text":"a"}`],
  ['an id of nothing', `{"type":"message.send","conversation":"","line":"l","text":"a"}`],
  ['an id of a path', `{"type":"message.send","conversation":"../c","line":"l","text":"a"}`],
  ['an unknown type', `{"type":"conversation.steal","conversation":"c"}`],
  ['a type of the server alone', `{"type":"conversation.release","conversation":"c","operator":"o"}`],
  ['a list', '[]'],
  ['null', 'null'],
  ['10,000 combining marks', `{"type":"message.send","conversation":"c","line":"l","text":"a${'\u0301'.repeat(10_000)}"}`],
]

test.for(FRAMES)('[WR13] %s', async ([, said, answer]) => {
  const cpu = process.cpuUsage()
  const socket = await enter()
  expect(await answerTo(socket, said)).toBe(answer)
  expect(process.cpuUsage(cpu).user / 1000).toBeLessThan(CPU_MS_MAX)
  expect('polluted' in {}).toBe(false)
  checkHeard(socket)
  socket.leave()
})

test.for(COMMANDS)('[WR14] a command with %s is answered: invalid', async ([, command]) => {
  const socket = await enter()
  const id = newId(site.clock.now())
  socket.say(`{"type":"command","id":"${id}","command":${command}}`)
  const reply = await socket.hears('reply')
  expect(reply).toMatchObject({ id, outcome: { ok: false, refused: 'invalid', detail: expect.any(String) } })
  checkHeard(socket)
  socket.leave()
})

test('[WR13] a key said twice counts as said last', async () => {
  const socket = await enter()
  socket.say('{"type":"ping","nonce":"a","nonce":"b"}')
  expect(await socket.hears('pong')).toEqual({ type: 'pong', nonce: 'b' })
  socket.leave()
})

test('[WR13] text that is not UTF-8 ends the connection', async () => {
  const socket = await enter()
  socket.sayText(Buffer.from([0x22, 0xc3, 0x28, 0x22]))
  expect((await socket.ended).code).toBe(NOT_UTF8)
})

test('[WR7] before hello nothing else is heard: whatever it is, it ends the connection', async () => {
  const before = [...FRAMES.filter(([, , answer]) => answer !== TOO_BIG && answer !== 'nothing').map(([, said]) => said), '{}']
  for (const said of before) {
    if (said === hello) continue
    const socket = await openRawSocket(site.url)
    socket.say(said, visitorHello(vera.token))
    expect((await socket.ended).code).toBe(CLOSE.badFrames)
    expect(socket.heard('error')).toMatchObject([{ code: 'not-yet' }])
    expect(socket.heard('welcome')).toEqual([])
  }
})

test('[WR13] what comes after the server has closed changes nothing', async () => {
  const socket = await enter()
  const conversation = newId()
  const opening = { type: 'conversation.open', conversation, channel: MAIN, line: newId(), text: 'Late', introduction: {} }
  socket.say(...Array.from({ length: 10 }, () => 'no frame'), { type: 'command', id: newId(site.clock.now()), command: opening })
  expect((await socket.ended).code).toBe(CLOSE.badFrames)
  expect(socket.heard('reply')).toEqual([])
  const response = await fetch(`${site.url}/api/chats/${conversation}/lines`, { headers: vera.headers })
  expect(response.status).toBe(404)
})

test.for([
  ['an odd path', 'GET // HTTP/1.1'],
  ['no path', 'GET  HTTP/1.1'],
  ['a path with a broken escape', 'GET /%zz HTTP/1.1'],
  ['another path', 'GET /elsewhere HTTP/1.1'],
  ['an address as path', 'GET http://[ HTTP/1.1'],
  ['another method', 'POST /socket HTTP/1.1'],
])('[WR13] a socket asked for with %s is refused, and the server lives', async ([, line]) => {
  const headers = [
    'host: x',
    'upgrade: websocket',
    'connection: upgrade',
    'sec-websocket-version: 13',
    'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
  ]
  expect(await tell([line, ...headers, '', ''].join('\r\n'))).toMatch(/^HTTP\/1\.1 4\d\d /)
})

test.for([
  ['no HTTP', 'hello?\r\n\r\n'],
  ['a version to come', 'GET / HTTP/9.9\r\n\r\n'],
  ['the method TRACE', 'TRACE / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'],
  ['headers of 17 KB', `GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(17_000)}\r\n\r\n`],
  ['a length that is none', 'POST /commands HTTP/1.1\r\nhost: x\r\ncontent-length: many\r\n\r\n'],
  ['two lengths', 'POST /commands HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'],
])('[WR13] %s is refused, and the server lives', async ([, said]) => {
  expect(await tell(said ?? '')).toMatch(/^HTTP\/1\.1 4\d\d /)
})

test('[WR13] no path leads out of what is served', async () => {
  for (const path of [
    '/../package.json',
    '/assets/console/../../../../package.json',
    '/assets/widget//etc/passwd',
    '/assets/console/%2e%2e/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/./../README.md',
  ]) {
    const heard = await tell(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    expect(heard).toMatch(/^HTTP\/1\.1 (404|400|403|200) /)
    expect(heard).not.toMatch(/"workspaces"|root:|Portico is/)
  }
})

async function enter(): Promise<RawSocket> {
  const socket = await openRawSocket(site.url)
  socket.say(visitorHello(vera.token))
  await socket.hears('caught-up', 2)
  return socket
}

/** The first thing that comes of it: a code, or the type of a frame. */
async function answerTo(socket: RawSocket, said: string | Buffer): Promise<string | number> {
  const before = socket.frames().length
  socket.say(said)
  // Answered at once and in order: where this answer is the first, the frame had none.
  if (said === POINTLESS) socket.say({ type: 'ping', nonce: 'nothing' })
  await present(() => socket.frames().length > before || socket.hasEnded())
  const first = socket.frames()[before]
  if (!first) return (await socket.ended).code
  if (first.type === 'error') return first.code
  return first.type === 'pong' && first.nonce === 'nothing' ? 'nothing' : first.type
}

/** Every frame is of the protocol, and none shows the inside of the server. */
function checkHeard(socket: RawSocket): void {
  for (const frame of socket.frames()) expect(s.safeParse(serverFrame, frame).success).toBe(true)
  expect(socket.text()).not.toMatch(/node_modules|\.ts:\d|at \w+ \(|sqlite/i)
}

/** What a server says to bytes of one's own making. */
function tell(said: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const heard: Buffer[] = []
    const connection = connectTcp(Number(new URL(site.url).port), '127.0.0.1', () => connection.write(said))
    connection.on('data', (bytes) => heard.push(bytes))
    connection.on('close', () => resolve(Buffer.concat(heard).toString('utf8')))
    connection.on('error', reject)
  })
}
