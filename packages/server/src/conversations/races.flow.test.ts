import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { pass } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { enlist } from '@portico/testkit/enlist'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'

const OPERATORS = 50
const STARTS = 200
const TABS = 5

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(() => site.close())

  test('[CV4][C3] fifty operators accept one request at once: one wins, forty-nine are told who', async () => {
    const crowd = await gather()
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Who will answer?')
    for (const person of crowd)
      await present(() => person.live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === conversation))

    const outcomes = await Promise.all(crowd.map(({ send }) => send({ type: 'conversation.accept', conversation })))

    const winners = crowd.filter((_, i) => outcomes[i]?.ok)
    expect(winners).toHaveLength(1)
    const [winner] = winners
    const refused = outcomes.filter((outcome) => !outcome.ok)
    expect(refused).toHaveLength(OPERATORS - 1)
    for (const outcome of refused) {
      expect(outcome).toEqual({ ok: false, refused: 'taken', by: { id: winner?.id, name: winner?.name } })
    }
    const row = await present(() =>
      site.ann.live.view(`channel:${MAIN}`)?.rows.find(({ id, phase }) => id === conversation && phase.state === 'active'),
    )
    expect(row.phase).toMatchObject({ operators: [{ id: winner?.id }] })
    await site.verify()
    expect(site.olaf.tap.received()).not.toContain('Who will answer?')
    for (const person of crowd.slice(2)) person.leave()
  })

  test('[CV2] two hundred parallel starts by one visitor make one conversation with all their messages', async () => {
    const first = await site.visit('Victor')
    const tabs = [first, ...(await Promise.all(Array.from({ length: TABS - 1 }, (_, i) => first.again(`Victor's tab ${i}`))))]
    const sent = Array.from({ length: STARTS }, (_, i) => ({ tab: tabs[i % TABS] ?? first, text: `start ${i}` }))
    const outcomes = sent.map(({ tab, text }) =>
      tab.live.send({
        type: 'conversation.open',
        conversation: newId<ConversationId>(),
        channel: MAIN,
        line: newId<LineId>(),
        text,
        introduction: {},
      }),
    )
    const all = Promise.all(outcomes)
    let done = false
    void all.then(() => (done = true))
    // More than a visitor may say at once: the rest goes out as the minutes pass.
    while (!done) await pass(site.clock, 1000)

    const conversations = new Set((await all).map((outcome) => (outcome.ok ? outcome.conversation : undefined)))
    expect(conversations.size).toBe(1)
    const [conversation] = conversations
    const chat = await present(
      () => (first.live.view(`chat:${conversation}`)?.lines.length ?? 0) >= STARTS && first.live.view(`chat:${conversation}`),
    )
    const said = chat.lines.flatMap(({ body }) => (body.kind === 'message' ? [body.text] : []))
    expect(said.toSorted()).toEqual(sent.map(({ text }) => text).toSorted())
    await site.verify()
  })

  async function gather() {
    const crowd = [site.ann, site.bob]
    while (crowd.length < OPERATORS) crowd.push(await enlist(site, `Op${crowd.length}`))
    return crowd
  }
})
