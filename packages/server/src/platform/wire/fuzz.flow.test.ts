// Thousands of frames and bodies at random, always the same ones: the seed stands below. A failure prints what was said.
import * as fc from 'fast-check'
import { CLOSE } from '@portico/protocol/close-codes'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import * as s from '@portico/protocol/schema'
import { clientFrame, commandsAnswer, commandsBody, hello, serverFrame } from '@portico/protocol/session'
import { openCast, type Caller, type Cast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openRawSocket, operatorHello, visitorHello, type RawSocket } from '@portico/testkit/raw-socket'
import { closeSound, openSite, post, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../must.ts'
import { valuesOf, type Known } from './testing-frames.ts'

const SEED = 20_261_120
const FRAMES_AT_ONCE = 20
const ENDS = [CLOSE.badFrames, CLOSE.rate, CLOSE.token, CLOSE.revoked, CLOSE.reload, 1009]
const INSIDE = /node_modules|\.ts:\d|at \w+ \(|sqlite|postgres|constraint|syntax error/i

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let known: Known
  let people: Caller[]
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    const victor = await cast.newVisitor()
    const stella = await cast.newVisitor()
    const spoken = [await talk(victor), await talk(stella)]
    people = [victor, cast.ann, cast.ada]
    known = {
      now: site.clock.now(),
      ids: [MAIN, ...spoken.flatMap(({ conversation, line }) => [conversation, line])],
      topics: [
        'settings',
        `channel:${MAIN}`,
        `lobby:${MAIN}`,
        `visitor:${victor.id}`,
        ...spoken.flatMap(({ conversation }) => [`chat:${conversation}`, `conversation:${conversation}`]),
      ],
    }
  })
  afterAll(() => closeSound(site))

  test('[WR15] 3,000 frames at random, from a visitor, an operator and an administrator', async () => {
    const sockets = new Map<Caller, RawSocket>()
    const outcomes = new Set<string>()
    const said = fc.array(valuesOf(clientFrame, known), { minLength: FRAMES_AT_ONCE, maxLength: FRAMES_AT_ONCE })
    const property = fc.asyncProperty(fc.integer({ min: 0, max: 2 }), said, async (who, frames) => {
      const person = must(people[who])
      const before = sockets.get(person)
      const socket = !before || before.hasEnded() ? await enter(person) : before
      sockets.set(person, socket)
      const pongs = socket.heard('pong').length
      await site.clock.move(1000) // a frame has its price, and nobody says so much in no time
      socket.say(...frames.map((frame) => JSON.stringify(again(frame)) ?? ''), { type: 'ping', nonce: 'done' })
      await present(
        () =>
          socket
            .heard('pong')
            .slice(pongs)
            .some(({ nonce }) => nonce === 'done') || socket.hasEnded(),
      )
      await checkHeard(socket)
      for (const { outcome } of socket.heard('reply')) outcomes.add(outcome.ok ? 'ok' : outcome.refused)
    })
    await fc.assert(property, { seed: SEED, numRuns: 150, endOnFailure: true })
    expect([...outcomes]).toEqual(expect.arrayContaining(['ok', 'invalid', 'forbidden', 'not-found']))
    for (const socket of sockets.values()) socket.leave()
  })

  test('[WR15] 100 hellos at random', async () => {
    const property = fc.asyncProperty(valuesOf(hello, known), fc.integer({ min: 0, max: 255 }), async (said, address) => {
      const socket = await openRawSocket(site.url, { headers: { ...cast.bob.headers, 'x-forwarded-for': `10.40.0.${address}` } })
      socket.say(JSON.stringify(said) ?? '')
      await present(() => socket.heard('welcome').length > 0 || socket.hasEnded())
      await checkHeard(socket)
      socket.leave()
    })
    await fc.assert(property, { seed: SEED, numRuns: 100, endOnFailure: true })
  })

  test('[WR15] 200 bodies of commands at random', async () => {
    const property = fc.asyncProperty(fc.integer({ min: 0, max: 2 }), valuesOf(commandsBody, known), async (who, body) => {
      const { headers } = must(people[who])
      const response = await post(site, '/commands', body as object, headers) // whatever it is, it becomes JSON
      const text = await response.text()
      expect(text).not.toMatch(INSIDE)
      if (response.status === 200) expect(s.safeParse(commandsAnswer, JSON.parse(text)).success).toBe(true)
      else expect([response.status, JSON.parse(text)]).toEqual([400, { refused: 'invalid', detail: expect.any(String) }])
    })
    await fc.assert(property, { seed: SEED, numRuns: 200, endOnFailure: true })
  })

  /** What stands behind something that must wait would not be decided. */
  const again = (frame: unknown) => (isCommand(frame) ? { ...frame, again: true } : frame)

  async function enter({ headers, as }: Caller): Promise<RawSocket> {
    const socket = await openRawSocket(site.url, { headers })
    socket.say(as.kind === 'visitor' ? visitorHello(as.token) : operatorHello())
    await socket.hears('welcome')
    return socket
  }

  async function checkHeard(socket: RawSocket): Promise<void> {
    const strange = socket.frames().filter((frame) => !s.safeParse(serverFrame, frame).success)
    expect(strange).toEqual([])
    for (const { detail } of socket.heard('error')) expect(detail).not.toMatch(INSIDE)
    if (socket.hasEnded()) expect(ENDS).toContain((await socket.ended).code)
  }

  async function talk({ actor }: Caller) {
    const conversation = newId<ConversationId>()
    const line = newId<LineId>()
    await cast.run({ type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hi', introduction: {} }, actor)
    return { conversation, line }
  }
})

const isCommand = (frame: unknown): frame is object =>
  typeof frame === 'object' && frame !== null && 'type' in frame && frame.type === 'command'
