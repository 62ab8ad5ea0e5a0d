import type { SiteSwitch } from '@portico/protocol/switches'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'

const OK = { ok: true }
const SWITCHED_OFF = { ok: false, refused: 'switched-off' }

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(() => closeSound(site))

  test('[CH208][B22] what visitors begin can be switched off: nothing begins, what runs goes on, and widgets say so', async () => {
    const [vera, walid, yara] = await Promise.all(['Vera', 'Walid', 'Yara'].map((name) => site.visit(name)))
    if (!vera || !walid || !yara) throw new Error('three came')
    const { conversation } = await vera.open('Hello')
    const ended = await yara.open('Only this')
    await yara.send({ type: 'conversation.close', conversation: ended.conversation })
    await turn('public-to-operator', false)
    await present(() => walid.live.view(`lobby:${MAIN}`)?.shut === 'not-now')
    await present(() => site.ann.live.view<'settings'>('settings')?.switchedOff?.[0]?.since)
    expect((await walid.open('May I?')).outcome).toEqual(SWITCHED_OFF)
    expect(await yara.send({ type: 'conversation.reopen', conversation: ended.conversation })).toEqual(SWITCHED_OFF)
    expect((await vera.say(conversation, 'I go on')).outcome).toMatchObject(OK)
    expect(await site.ann.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    expect((await site.ann.say(conversation, 'Do')).outcome).toMatchObject(OK)
    expect(await config()).toMatchObject({ status: 200, body: { shut: 'not-now' } })
    await site.verify()
    await turn('public-to-operator', true)
    await present(() => walid.live.view(`lobby:${MAIN}`)?.shut === null)
    expect((await walid.open('Now?')).outcome).toMatchObject(OK)
    await site.verify()
  })

  test('[CH208][B23] with the whole chat off no page shows it and nobody writes; what runs is read and ended', async () => {
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Hello')
    expect(await site.ann.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    await turn('chat', false)
    expect(await config()).toMatchObject({
      status: 403,
      body: { refused: 'forbidden', detail: expect.stringContaining('switched off') },
    })
    await present(() => vera.live.view(`lobby:${MAIN}`)?.shut === 'off')
    expect((await vera.say(conversation, 'Hello?')).outcome).toEqual(SWITCHED_OFF)
    expect((await site.ann.say(conversation, 'Hello?')).outcome).toEqual(SWITCHED_OFF)
    expect((await site.ann.request(`/api/conversations/${conversation}/lines`)).status).toBe(200)
    expect(await site.ann.send({ type: 'conversation.close', conversation })).toEqual(OK)
    expect(await site.ann.send({ type: 'conversation.reopen', conversation })).toEqual(SWITCHED_OFF)
    await site.verify()
    await turn('chat', true)
    expect(await config()).toMatchObject({ status: 200, body: { shut: null } })
    expect((await vera.open('Again')).outcome).toMatchObject(OK)
    await site.verify()
  })

  const turn = async (what: SiteSwitch, isOn: boolean) =>
    expect(await site.root.send({ type: 'site.switch', what, isOn })).toEqual(OK)
  const config = async () => {
    const answer = await fetch(`${site.url}/widget/${MAIN}/config.json`)
    return { status: answer.status, body: await answer.json() }
  }
})
