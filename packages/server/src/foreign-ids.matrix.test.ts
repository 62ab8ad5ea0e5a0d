// Whoever tries ids that are not his learns nothing: those that exist are answered like those that do not, byte for byte.
import { createHash } from 'node:crypto'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Caller, type Cast, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, visitorHello } from '@portico/testkit/raw-socket'
import { openSite, post, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AnyCommand } from './platform/capability.ts'
import { must } from './platform/must.ts'
import { merged, type Scene } from './testing-matrix.ts'

const NAMED = merged('named')
const scenes = merged('scenes')
const STRANGERS = ['stella', 'olaf'] as const

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let victor: VisitorCaller
  let stella: VisitorCaller
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    victor = await cast.newVisitor()
  })
  afterAll(() => site.close())
  // Another each time: she is not to have used up what a visitor may send at once.
  beforeEach(async () => {
    stella = await cast.newVisitor()
  })

  test.for(Object.entries(NAMED))('[AU23] %s: foreign ids are answered like unknown ones', async ([label, named]) => {
    for (const name of STRANGERS) {
      const command: AnyCommand = await must(scenes[label])(sceneOf(name))
      const foreign = await answer(command, callerOf(name))
      expect(foreign).toMatch(/"ok":false/)
      for (const id of named)
        expect([name, id, await answer({ ...command, [id]: newId() }, callerOf(name))]).toEqual([name, id, foreign])
    }
  })

  test('[AU23] an id that somebody else has minted is refused as one that nobody has', async () => {
    const theirs = await conversationOf(victor)
    const own = await conversationOf(stella)
    const unknown = await answer({ type: 'conversation.close', conversation: newId<ConversationId>() }, stella)
    const opening = { type: 'conversation.open', channel: MAIN, text: 'Hello', introduction: {} } as const
    const sending = { type: 'message.send', conversation: own.conversation, text: 'Hello' } as const
    const note = newId<LineId>()
    await cast.run({ type: 'note.write', conversation: own.conversation, line: note, text: 'Be kind.' }, cast.ann.actor)
    expect(await answer({ ...opening, conversation: newId<ConversationId>(), line: theirs.line }, stella)).toBe(unknown)
    expect(await answer({ ...sending, line: theirs.line }, stella)).toBe(unknown)
    expect(await answer({ ...sending, line: note }, stella)).toBe(unknown)
    await cast.run({ type: 'conversation.close', conversation: own.conversation }, stella.actor)
    expect(await answer({ ...opening, conversation: theirs.conversation, line: newId<LineId>() }, stella)).toBe(unknown)
    // One's own are told apart: a client that sends again with another command id is told that it is there.
    expect(await answer({ ...opening, conversation: own.conversation, line: newId<LineId>() }, stella)).toContain('exists')
    expect(await answer({ ...opening, conversation: newId<ConversationId>(), line: own.line }, stella)).toContain('exists')
  })

  test('[AU23] a command id that somebody else has used is anybody’s', async () => {
    const id = newId(site.clock.now())
    const command = { type: 'conversation.close', conversation: newId() } as const
    const answers = [victor, stella].map(async (caller) =>
      (await post(site, '/commands', { commands: [{ id, command }] }, from(caller))).text(),
    )
    const [first, second] = await Promise.all(answers)
    expect(second).toBe(first)
  })

  test('[AU23] lines of foreign conversations are read like those of unknown ones', async () => {
    const { conversation, line } = await conversationOf(victor)
    const own = await conversationOf(stella)
    const pairs: [Caller, string, string][] = [
      [stella, `/api/chats/${conversation}/lines`, `/api/chats/${newId()}/lines`],
      [stella, `/api/chats/${own.conversation}/lines?before=${line}`, `/api/chats/${own.conversation}/lines?before=${newId()}`],
      [stella, `/api/conversations/${conversation}/lines`, `/api/conversations/${newId()}/lines`],
      [cast.olaf, `/api/conversations/${conversation}/lines`, `/api/conversations/${newId()}/lines`],
      [cast.olaf, `/api/chats/${conversation}/lines`, `/api/chats/${newId()}/lines`],
    ]
    for (const [caller, foreign, unknown] of pairs)
      expect([foreign, await read(caller, foreign)]).toEqual([foreign, await read(caller, unknown)])
    expect((await read(victor, `/api/chats/${conversation}/lines`)).status).toBe(200)
  })

  test('[AU23] foreign topics are gone like unknown ones', async () => {
    const { conversation } = await conversationOf(victor)
    for (const name of STRANGERS) {
      const caller = callerOf(name)
      const socket = await openRawSocket(site.url, { headers: from(caller) })
      socket.say(caller.as.kind === 'visitor' ? visitorHello(caller.as.token) : operatorHello())
      await socket.hears('welcome')
      const heard: string[] = []
      for (const kind of ['conversation', 'chat', 'visitor', 'operator', 'channel']) {
        for (const id of [
          kind === 'visitor' ? victor.id : kind === 'operator' ? cast.ann.id : kind === 'channel' ? MAIN : conversation,
          newId(),
        ]) {
          socket.say({ type: 'watch', topic: `${kind}:${id}`, position: null })
          const gone = await socket.hears('gone', heard.length + 1)
          heard.push(JSON.stringify(gone).replace(id, 'id'))
        }
      }
      expect(new Set(heard.map((text) => text.replace(/"\w+:id"/, ''))).size).toBe(1)
      socket.leave()
    }
    expect(site.faults).toEqual([])
  })

  const callerOf = (name: (typeof STRANGERS)[number]): Caller => (name === 'stella' ? stella : cast.olaf)
  const sceneOf = (name: (typeof STRANGERS)[number]): Scene => ({
    site,
    cast,
    name,
    caller: callerOf(name),
    victor,
    operator: cast.ann.id,
  })

  async function conversationOf(visitor: VisitorCaller): Promise<{ conversation: ConversationId; line: LineId }> {
    const ids = { conversation: newId<ConversationId>(), line: newId<LineId>() }
    const outcome = await cast.run(
      { type: 'conversation.open', ...ids, channel: MAIN, text: 'Hello', introduction: {} },
      visitor.actor,
    )
    return outcome.ok && outcome.conversation ? { ...ids, conversation: outcome.conversation } : ids
  }

  async function answer(command: object, caller: Caller): Promise<string> {
    const id = newId(site.clock.now())
    const response = await post(site, '/commands', { commands: [{ id, command }] }, from(caller))
    return `${response.status} ${await response.text()}`.replace(id, 'id')
  }
  async function read(caller: Caller, path: string): Promise<{ status: number; text: string; headers: string[] }> {
    const response = await fetch(site.url + path, { headers: from(caller) })
    const headers = [...response.headers].filter(([name]) => name !== 'date').map((header) => header.join(': '))
    return { status: response.status, text: await response.text(), headers }
  }
  // Each question from an address of its own: nobody here is to wait for a limit.
  const from = (caller: Caller) => ({ ...caller.headers, 'x-forwarded-for': addressLike(newId()) })
})

const addressLike = (id: string) => `10.${[...createHash('sha256').update(id).digest().subarray(0, 3)].join('.')}`
