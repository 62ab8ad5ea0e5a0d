// An older state comes back: a file put back, a copy, a database at a point in time. What it has never had must not remain anywhere.
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import type { Topic } from '@portico/protocol/topics'
import { openCast, type VisitorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { eventually, present } from '@portico/testkit/eventually'
import { MAIN, operator, visitor, type Person } from '@portico/testkit/person'
import { keepPointInTime } from '@portico/testkit/point-in-time'
import { openRawSocket, visitorHello } from '@portico/testkit/raw-socket'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { createPostgres } from '@portico/testkit/test-database'
import { describe, expect, inject, test } from 'vitest'
import { must } from '../must.ts'
import { POSITION_CHECK_MS } from './limits.ts'

onEachDatabase((create) => {
  test('[WR66][WR67] a copy keeps the cursors; who comes back to an older state keeps what that has and nothing else, wherever he stood', async () => {
    const database = await create()
    const before = await openSite(database)
    const cast = await openCast(before)
    const vera = await cast.newVisitor()
    const conversation = await begin(before, vera)
    const below = await say(before, { vera, conversation }, 'one')
    const level = await say(before, { vera, conversation }, 'two')
    await before.server.close()
    const older = await database.copy()

    const lost = await openSite(database)
    const above = await say(lost, { vera, conversation }, 'lost three')
    const farAbove = await say(lost, { vera, conversation }, 'lost four')
    await lost.server.close()

    const back = await openSite(older)
    expect(await resume(back, vera, below)).toEqual({ snapshots: 0, texts: ['two'], head: level.position })
    expect(await resume(back, vera, level)).toEqual({ snapshots: 0, texts: [], head: level.position })
    const anew = { snapshots: 1, texts: [] }
    const { tag: _, ...withoutTag } = level
    expect(await resume(back, vera, withoutTag)).toEqual({ ...anew, head: level.position })
    expect(await resume(back, vera, above)).toEqual({ ...anew, head: level.position })

    const other = await say(back, { vera, conversation }, 'other three')
    expect([other.position, other.tag === above.tag]).toEqual([above.position, false])
    expect(await resume(back, vera, above)).toEqual({ ...anew, head: above.position })
    expect(await resume(back, vera, level)).toEqual({ snapshots: 0, texts: ['other three'], head: above.position })

    await say(back, { vera, conversation }, 'other four')
    const last = await say(back, { vera, conversation }, 'other five')
    expect(await resume(back, vera, farAbove)).toEqual({ ...anew, head: last.position })
    expect(await resume(back, vera, above)).toEqual({ ...anew, head: last.position })
    const texts = ['two', 'other three', 'other four', 'other five']
    expect(await resume(back, vera, below)).toEqual({ snapshots: 0, texts, head: last.position })
    await database.drop()
    await closeSound(back)
  })
})

const postgres = inject('postgres')
describe.skipIf(postgres === null)('on PostgreSQL', () => {
  test('[WR68] a database that goes back beneath a running node leaves nothing on any screen that it has not', async () => {
    const database = await createPostgres(must(postgres))
    const site = await openSite(database)
    const cast = await openCast(site)
    const vera = await visitor(site, 'Vera')
    const ann = await operator(site, 'Ann', { id: cast.ann.id, cookie: must(cast.ann.headers.cookie) })
    const { conversation } = await vera.open('before')
    ann.live.watch(`conversation:${conversation}`)
    await present(() => ann.live.view(`conversation:${conversation}`))
    const goBack = await keepPointInTime(database)
    // Each time three lines are lost of what there was: it goes on as far as that, less far, and farther, heard before anybody has looked.
    for (const anew of [0, 3, 1, 6]) {
      for (let i = 0; i < 3; i++) await vera.say(conversation, `lost ${anew} ${i}`)
      await eventually(() => expect(seenBy([ann, vera])).toContain(`lost ${anew} 2`))
      await goBack()
      for (let i = 0; i < anew; i++) await vera.say(conversation, `of ${anew}: ${i}`)
      await site.clock.move(POSITION_CHECK_MS)
      await eventually(() => expect(seenBy([ann, vera])).not.toContain('lost'))
      await site.verify()
      for (const person of [ann, vera]) for (let i = 0; i < anew; i++) expect(seenBy([person])).toContain(`of ${anew}: ${i}`)
    }
    await closeSound(site)
  })
})

const seenBy = (people: readonly Person[]) =>
  JSON.stringify(people.map(({ live }) => live.topics().map((topic) => live.view(topic as 'settings')))) // any topic's

type Cursor = { topic: Topic; position: number; tag?: string }
type Talk = { vera: VisitorCaller; conversation: ConversationId }

async function begin(site: Site, vera: VisitorCaller): Promise<ConversationId> {
  const conversation = newId<ConversationId>()
  const line = newLine()
  await run(site, vera, { type: 'conversation.open', conversation, channel: MAIN, line, text: 'Hi', introduction: {} })
  return conversation
}

/** Where somebody stands who has heard it and then fallen asleep. */
async function say(site: Site, { vera, conversation }: Talk, text: string): Promise<Required<Cursor>> {
  await run(site, vera, { type: 'message.send', conversation, line: newLine(), text })
  const socket = await openRawSocket(site.url)
  socket.say(visitorHello(vera.token))
  const topic = `chat:${conversation}` as const
  const { position, tag } = await present(() => socket.heard('caught-up').find((frame) => frame.topic === topic))
  socket.leave()
  return { topic, position, tag }
}

async function run(
  site: Site,
  { actor }: VisitorCaller,
  command: Parameters<Site['server']['store']['road']['run']>[0]['command'],
) {
  const at = site.clock.now()
  expect(await site.server.store.road.run({ id: newId(at), command, actor, at })).toMatchObject({ ok: true })
}

async function resume(site: Site, vera: VisitorCaller, cursor: Cursor) {
  const greeted = await openRawSocket(site.url)
  greeted.say(visitorHello(vera.token))
  const { epoch } = await greeted.hears('welcome')
  greeted.leave()
  const socket = await openRawSocket(site.url)
  socket.say(visitorHello(vera.token, { epoch, watch: [cursor] }))
  const { position: head } = await present(() => socket.heard('caught-up').find(({ topic }) => topic === cursor.topic))
  socket.leave()
  const texts = socket
    .heard('entries')
    .filter(({ topic }) => topic === cursor.topic)
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.type === 'chat.line.added' && event.line.body.kind === 'message' ? [event.line.body.text] : []))
  return { snapshots: socket.heard('snapshot-end').filter(({ topic }) => topic === cursor.topic).length, texts, head }
}

const newLine = () => newId<LineId>()
