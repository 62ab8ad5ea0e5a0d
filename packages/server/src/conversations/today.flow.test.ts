import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { TodayAnswer } from '@portico/protocol/today'
import { openCast, type Cast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openSite, OTHER, type Site } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const WEEK_MS = 7 * DAY_MS

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    expect(await cast.run({ type: 'site.choose-zone', zone: 'Europe/Lisbon' }, cast.ada.actor)).toEqual({ ok: true })
  })
  afterAll(() => closeSound(site))

  test('[E1][CV300] today is counted beside the same weekday a week ago, until the same time of day', async () => {
    // Friday, 9:00 in Lisbon.
    await answered(30_000)
    await answered(90_000)
    await missed()
    await site.clock.leap(2 * 60 * MINUTE_MS)
    await answered(10_000)
    expect(await today()).toMatchObject({
      zone: 'Europe/Lisbon',
      today: { conversations: 4, missed: 1, firstAnswerMs: 30_000 },
      lastWeek: null,
      weeks: 0,
    })
    // The next Friday, 10:00: what began at 11:02 a week ago is later.
    await site.clock.leap(WEEK_MS - 62 * MINUTE_MS)
    await answered(20_000)
    const { hours, ...figures } = await today()
    expect(figures).toMatchObject({
      today: { conversations: 1, missed: 0, firstAnswerMs: 20_000 },
      lastWeek: { conversations: 3, missed: 1, firstAnswerMs: 30_000 },
      weeks: 1,
    })
    expect(hours.filter(({ today, usual }) => today > 0 || usual > 0)).toEqual([
      { hour: 9, today: 0, usual: 3 },
      { hour: 10, today: 1, usual: 0 },
      { hour: 11, today: 0, usual: 1 },
    ])
  })

  test('[CV301] one counts in the channels that one is in; who administers sees all on demand', async () => {
    const mine = (await today()).today.conversations
    await open(OTHER)
    expect((await today()).today.conversations).toBe(mine)
    expect((await today('all')).today.conversations).toBe(mine)
    expect((await today('all', 'ada')).today.conversations).toBe(mine + 1)
    expect((await today('mine', 'ada')).today.conversations).toBe(0)
  })

  test('[CV302] of days on which the clock is put forward an hour is missing, and nothing is counted twice', async () => {
    await site.clock.leap(Date.UTC(2027, 2, 28, 0, 30) - site.clock.now())
    await open(MAIN)
    await site.clock.leap(60 * MINUTE_MS)
    await open(MAIN)
    const { hours, today: figures } = await today()
    expect(figures.conversations).toBe(2)
    expect(hours.filter((hour) => hour.today > 0)).toEqual([
      { hour: 0, today: 1, usual: 0 },
      { hour: 2, today: 1, usual: 0 },
    ])
  })

  test('[WS17] a zone that is none, or has no name, makes no days', async () => {
    const { actor } = await cast.newSession(cast.ada.id)
    for (const zone of ['Mars/Olympus', '+02:00', '', '1970'])
      expect(await cast.run({ type: 'site.choose-zone', zone }, actor)).toMatchObject({ refused: 'invalid' })
    expect((await today()).zone).toBe('Europe/Lisbon')
  })

  async function today(channels = 'mine', who: 'ann' | 'ada' = 'ann'): Promise<TodayAnswer> {
    const { headers } = await cast.newSession(cast[who].id)
    const answer = await fetch(`${site.url}/api/today?channels=${channels}`, { headers })
    return (await answer.json()) as TodayAnswer // the server's side of the contract
  }
  async function open(channel = MAIN) {
    const visitor = await cast.newVisitor()
    const conversation = newId<ConversationId>(site.clock.now())
    const line = newId<LineId>(site.clock.now())
    await cast.run({ type: 'conversation.open', conversation, channel, line, text: 'Hello', introduction: {} }, visitor.actor)
    return { conversation, visitor }
  }
  async function answered(afterMs: number) {
    const { conversation } = await open()
    // Sessions do not last for weeks.
    const { actor } = await cast.newSession(cast.ann.id)
    expect(await cast.run({ type: 'conversation.accept', conversation }, actor)).toEqual({ ok: true })
    await site.clock.leap(afterMs)
    const line = newId<LineId>(site.clock.now())
    expect(await cast.run({ type: 'message.send', conversation, line, text: 'Good morning' }, actor)).toEqual({ ok: true })
  }
  async function missed() {
    const { conversation, visitor } = await open()
    await cast.run({ type: 'conversation.close', conversation }, visitor.actor)
  }
})
