// How often a command waits for PostgreSQL: what it says before it waits travels in one flight.
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast } from '@portico/testkit/cast'
import { openFlightCounter } from '@portico/testkit/flight-counter'
import { MAIN } from '@portico/testkit/person'
import { openSite } from '@portico/testkit/site'
import { createPostgres, through } from '@portico/testkit/test-database'
import { describe, expect, inject, test } from 'vitest'
import type { Actor } from './actor.ts'
import type { AnyCommand } from './capability.ts'
import { must } from './must.ts'

/** One to lock and to read what a message needs, one to write and to commit; one more where a key must be read first. */
const FLIGHTS = 2
const FLIGHTS_MAX = 3
const MESSAGES = 3
const postgres = inject('postgres')

describe.skipIf(postgres === null)('on PostgreSQL', () => {
  test('[DB3] a message takes two flights to the database, whoever writes it, and three where it must be read first which conversation it goes on in', async () => {
    const database = await createPostgres(must(postgres))
    const { hostname: host, port } = new URL(database.environment.PORTICO_DATABASE ?? '')
    const counter = await openFlightCounter({ host, port: Number(port) })
    const site = await openSite(through(database, counter.port))
    const cast = await openCast(site)
    const { ann } = cast
    const vera = await cast.newVisitor()
    const conversation = newId<ConversationId>()
    const open = {
      type: 'conversation.open',
      conversation,
      channel: MAIN,
      line: newLine(),
      text: 'Hi',
      introduction: {},
    } as const
    expect(await cast.run(open, vera.actor)).toMatchObject({ ok: true })
    expect(await cast.run({ type: 'conversation.accept', conversation }, ann.actor)).toEqual({ ok: true })

    const say = () => ({ type: 'message.send', conversation, line: newLine(), text: 'Hello' }) as const
    for (const { actor } of [vera, ann]) {
      for (let n = 0; n < MESSAGES; n++) expect(await flightsOf(say(), actor)).toBe(FLIGHTS)
    }
    expect(await flightsOf({ ...say(), type: 'note.write' }, ann.actor)).toBe(FLIGHTS)
    // Which conversation it goes on in is read first.
    expect(await flightsOf({ ...open, line: newLine() }, vera.actor)).toBe(FLIGHTS_MAX)
    expect(site.faults).toEqual([])
    await site.close()
    counter.close()

    async function flightsOf(command: AnyCommand & { line: LineId }, actor: Actor): Promise<number | undefined> {
      expect(await cast.run(command, actor)).toMatchObject({ ok: true })
      return counter.transactions().find(({ said }) => said.includes(command.line))?.flights
    }
  })
})

const newLine = () => newId<LineId>()
