// The same conversation over the socket, the streamed POST and the long poll, by the real client.
import type { LineId } from '@portico/protocol/ids'
import type { ConversationLine } from '@portico/protocol/conversations'
import { newId } from '@portico/protocol/new-id'
import { passUntil } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import type { Way } from '@portico/testkit/network'
import { MAIN, visitor } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../must.ts'

const BLOCKED: Record<'socket' | 'stream' | 'poll', readonly Way[]> = {
  socket: [],
  stream: ['/socket'],
  poll: ['/socket', '/stream'],
}

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(() => closeSound(site))

  test.for(Object.entries(BLOCKED))('[WR40] over the %s a conversation ends in the same result', async ([over, blocked]) => {
    const { clock } = site
    const vera = await visitor(site, `Vera by ${over}`, { blocked })
    const ann = await site.ann.again(`Ann by ${over}`, { blocked })
    expect([vera.live.link(), ann.live.link()]).toEqual([
      { state: 'online', over },
      { state: 'online', over },
    ])
    const until = (come: () => boolean) => passUntil(clock, come)
    const { conversation } = await vera.open('Is it blue?', { name: 'Vera' })
    const seen = () => vera.live.view(`chat:${conversation}`)
    const shown = () => ann.live.view(`conversation:${conversation}`)
    ann.live.watch(`conversation:${conversation}`)
    await until(
      () => ann.live.view(`channel:${MAIN}`)?.rows.some(({ id }) => id === conversation) === true && shown() !== undefined,
    )
    await site.verify()
    await ann.send({ type: 'conversation.accept', conversation })
    await ann.say(conversation, 'Green, I am afraid.')
    await ann.send({ type: 'note.write', conversation, line: newId<LineId>(), text: 'She likes blue.' })
    await until(() => seen()?.lines.length === 3)
    await Promise.all([1, 2, 3].map((n) => vera.say(conversation, `Oh. ${n}`)))
    await until(() => shown()?.lines.length === 7)
    await ann.send({ type: 'read.mark', conversation, line: must(shown()?.lines.at(-1)).id })
    await until(() => seen()?.seen === seen()?.lines.at(-1)?.id)
    await vera.send({ type: 'conversation.close', conversation })
    await until(() => seen()?.phase.state === 'closed' && shown()?.phase.state === 'closed')
    await site.verify()

    expect(said(must(seen()).lines)).toEqual([
      'visitor: Is it blue?',
      'operator: joined',
      'operator: Green, I am afraid.',
      'visitor: Oh. 1',
      'visitor: Oh. 2',
      'visitor: Oh. 3',
      'visitor: closed',
    ])
    expect(said(must(shown()).lines)).toContain('operator: She likes blue.')
    expect(vera.tap.received()).not.toContain('She likes blue.')
    expect([vera.live.link(), ann.live.link()]).toMatchObject([{ over }, { over }])
    vera.leave()
    ann.leave()
  })
})

const said = (lines: readonly Pick<ConversationLine, 'author' | 'body'>[]) =>
  lines.map(({ author, body }) => `${author.kind}: ${body.kind === 'notice' ? body.notice : body.text}`)
