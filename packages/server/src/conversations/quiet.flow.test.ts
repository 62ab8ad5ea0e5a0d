import { pass } from '@portico/testkit/clock'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOOK_MS } from './end-quiet.ts'
import { askedAt, expectNothingLeaked, lineId, rowOf, told } from './testing-desk.ts'

const QUIET_MS = 20 * 60_000
const GONE_MS = 5 * 60_000

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    const changes = { endsAfterQuietMs: QUIET_MS, endsAfterGoneMs: GONE_MS, bearWithUsAfterMs: 0 }
    await configure(site.root.send, { ...site, channel: MAIN, changes })
  })
  afterAll(async () => {
    expectNothingLeaked(site)
    await site.close()
  })

  /** So long later, and everybody has looked. */
  async function later(ms: number) {
    await site.clock.leap(ms)
    await pass(site.clock, LOOK_MS)
    await site.verify()
  }

  test('[CV202] without a line for the time of its channel a conversation ends by itself, and both sides read why', async () => {
    const { ann, bob } = site
    const waiting = await askedAt(site, 'Nobody comes. secret')
    const running = await askedAt(site, 'Somebody came. secret')
    await ann.send({ type: 'conversation.accept', conversation: running.conversation })
    await later(QUIET_MS / 2)
    await bob.send({ type: 'note.write', conversation: running.conversation, line: lineId(), text: 'He looks. secret' })
    await later(QUIET_MS / 2 + LOOK_MS)
    expect(rowOf(ann, waiting.conversation)).toBeUndefined()
    expect(await told(waiting.vera, waiting.conversation, 2)).toEqual(['Nobody comes. secret', 'expired'])
    expect(waiting.vera.live.view(`chat:${waiting.conversation}`)?.phase).toMatchObject({ state: 'closed', by: 'system' })
    // A note is a line too.
    expect(rowOf(ann, running.conversation)?.phase.state).toBe('active')
    await later(QUIET_MS)
    expect(rowOf(ann, running.conversation)).toBeUndefined()
  })

  test('[CV202] sooner where the visitor has gone after the last words of an operator', async () => {
    const { ann } = site
    const stays = await askedAt(site, 'I stay. secret')
    const goes = await askedAt(site, 'I go. secret')
    const asks = await askedAt(site, 'I go and wait. secret')
    for (const { conversation } of [stays, goes, asks]) await ann.send({ type: 'conversation.accept', conversation })
    for (const { conversation } of [stays, goes]) await ann.say(conversation, 'There you are. secret')
    goes.vera.leave()
    asks.vera.leave()
    await pass(site.clock, LOOK_MS)
    expect(rowOf(ann, goes.conversation)).toBeDefined()
    await later(GONE_MS)
    await present(() => rowOf(ann, goes.conversation) === undefined)
    expect(rowOf(ann, stays.conversation)).toBeDefined()
    expect(rowOf(ann, asks.conversation)).toBeDefined()
    await later(QUIET_MS)
    for (const { conversation } of [stays, asks]) expect(rowOf(ann, conversation)).toBeUndefined()
  })

  test('[CV202] where the channel says never none does', async () => {
    await configure(site.root.send, { ...site, channel: MAIN, changes: { endsAfterQuietMs: 0, endsAfterGoneMs: 0 } })
    const { conversation } = await askedAt(site, 'For ever? secret')
    await later(10 * QUIET_MS)
    expect(rowOf(site.ann, conversation)).toBeDefined()
  })
})
