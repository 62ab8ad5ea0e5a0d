import type { IdentityKeysAnswer } from '@portico/protocol/customers'
import type { ConversationId } from '@portico/protocol/ids'
import type { ConversationPage } from '@portico/protocol/pages'
import { pass } from '@portico/testkit/clock'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN, type Operator, type Visitor } from '@portico/testkit/person'
import { OTHER, openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OK, rowOf, visitorOf } from '../conversations/testing-desk.ts'
import { CLOCKS_APART_MS, customerIdOf } from './customer.ts'
import { identify, makeKey, signFor, type SiteKey } from './testing-sign.ts'

const LINKED = { state: 'linked' }
const MINUTE_MS = 60_000

onEachDatabase((create) => {
  let site: StaffedSite
  let key: SiteKey
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    key = await makeKey(site.root)
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })

  const now = () => site.clock.now()
  const tokenOf = (sub: string, said = {}) => signFor(key, { sub, at: now(), ...said })
  const linksOf = (sub: string) =>
    site.server.store.reads
      .selectFrom('visitor_link')
      .selectAll()
      .where('customer_id', '=', customerIdOf(MAIN, sub))
      .orderBy('at')
      .execute()
  const looksAt = async (operator: Operator, conversation: ConversationId) => {
    operator.live.watch(`conversation:${conversation}`)
    return present(() => operator.live.view(`conversation:${conversation}`))
  }
  const isLinked = (visitor: Visitor) => visitor.live.view(`visitor:${visitorOf(visitor)}`)?.customer

  test('[CU4][CU7][CU8][CU9][CU16] whom the site identifies is shown as whom he is, wherever he has written and at once', async () => {
    const { ann, olaf } = site
    const vera = await site.visit('Vera')
    const token = await tokenOf('u-1', {
      name: 'Vera Lindqvist',
      email: 'vera@shop.example',
      attributes: { plan: 'gold', trusted: true },
    })
    expect(await identify(site.url, { token })).toEqual({ state: 'checked', name: 'Vera Lindqvist' })
    expect(await linksOf('u-1')).toEqual([])
    const { conversation } = await vera.open('Where is my vase?')
    const seen = await looksAt(ann, conversation)
    expect([seen.customer, seen.visitor.name]).toEqual([null, null])

    expect(await identify(site.url, { token, visitor: vera })).toMatchObject(LINKED)
    await present(() => isLinked(vera) === customerIdOf(MAIN, 'u-1'))
    await present(() => ann.live.view(`conversation:${conversation}`)?.customer?.sub === 'u-1')
    await present(() => rowOf(ann, conversation)?.visitor.name === 'Vera Lindqvist')
    expect(ann.live.view(`conversation:${conversation}`)).toMatchObject({
      customer: { name: 'Vera Lindqvist', email: 'vera@shop.example', attributes: { plan: 'gold', trusted: true } },
      visitor: { email: 'vera@shop.example' },
    })
    await site.verify()

    // With another device she is another visitor of the same customer; what is new of her is shown in both, and reads are each one's own.
    const phone = await site.visit('Vera on the phone')
    const there = await phone.open('And my bowl?')
    await looksAt(ann, there.conversation)
    await pass(site.clock, 1000)
    const newer = await tokenOf('u-1', { name: 'Vera L.', attributes: { plan: 'silver' } })
    expect(await identify(site.url, { token: newer, visitor: phone })).toMatchObject(LINKED)
    for (const id of [conversation, there.conversation]) {
      await present(() => ann.live.view(`conversation:${id}`)?.customer?.attributes['plan'] === 'silver')
    }
    expect(await linksOf('u-1')).toHaveLength(2)
    expect(await identify(site.url, { token, visitor: phone })).toMatchObject(LINKED)
    expect(ann.live.view(`conversation:${conversation}`)?.customer?.name).toBe('Vera L.')
    const together = await ann.request(`/api/visitors/${visitorOf(phone)}/conversations`)
    expect(((await together.json()) as ConversationPage).rows.map(({ id }) => id).toSorted()).toEqual(
      [conversation, there.conversation].toSorted(),
    )
    expect(
      ((await (await olaf.request(`/api/visitors/${visitorOf(phone)}/conversations`)).json()) as ConversationPage).rows,
    ).toEqual([])
    const read = await fetch(`${site.url}/api/chats/${conversation}/lines`, {
      headers: { authorization: `Bearer ${phone.token}` },
    })
    expect(read.status).toBe(404)
    await site.verify()
    expect(olaf.tap.received()).not.toMatch(/u-1|Lindqvist/)
  })

  test('[CU2][CU5] a token that is not taken links nothing, and who is somebody’s is nobody else’s', async () => {
    const victor = await site.visit('Victor')
    await victor.open('Hello')
    const token = await tokenOf('u-2')
    const foreign = await signFor(key, { sub: 'u-2', at: now(), channel: OTHER })
    const bad = [
      foreign,
      token.slice(0, -6),
      'victor@example.org',
      await signFor({ ...key, secret: `${key.secret}x` }, { sub: 'u-2', at: now() }),
    ]
    for (const each of bad)
      expect(await identify(site.url, { token: each, visitor: victor })).toMatchObject({ refused: 'forbidden' })
    expect(await identify(site.url, { token, visitor: victor, channel: OTHER })).toMatchObject({ refused: 'forbidden' })
    expect(await linksOf('u-2')).toEqual([])
    expect(await identify(site.url, { token, visitor: victor })).toMatchObject(LINKED)
    expect(await identify(site.url, { token: await tokenOf('u-3'), visitor: victor })).toMatchObject({ refused: 'identified' })
    expect([(await linksOf('u-2')).length, await linksOf('u-3')]).toEqual([1, []])
    await site.verify()
  })

  test('[CU5][CU10] who was unlinked is never linked again; that an administrator did it is written down', async () => {
    const { ann, root } = site
    const vera = await site.visit('Vera who shares a computer')
    const { conversation } = await vera.open('Not me')
    expect(await identify(site.url, { token: await tokenOf('u-4', { name: 'Nora' }), visitor: vera })).toMatchObject(LINKED)
    await looksAt(ann, conversation)
    await present(() => ann.live.view(`conversation:${conversation}`)?.customer?.sub === 'u-4')
    const visitor = visitorOf(vera)
    expect(await ann.send({ type: 'visitor.unlink', visitor })).toMatchObject({ refused: 'forbidden' })
    expect(await root.send({ type: 'visitor.unlink', visitor })).toEqual(OK)
    await present(() => ann.live.view(`conversation:${conversation}`)?.customer === null)
    await present(() => isLinked(vera) === null)
    expect(await identify(site.url, { token: await tokenOf('u-4'), visitor: vera })).toMatchObject({ refused: 'identified' })
    expect(site.security.at(-1)).toMatchObject({
      kind: 'customer-changed',
      detail: 'visitor-unlinked',
      by: root.id,
      object: `${customerIdOf(MAIN, 'u-4')} ${visitor}`,
    })
    await site.verify()
  })

  test('[CU6][CU10] what was signed before a log-out everywhere identifies nobody, nor what its clock could have made so', async () => {
    const { root } = site
    const [here, there] = [await site.visit('Carla'), await site.visit('Carla elsewhere')]
    await Promise.all([here.open('One'), there.open('Two')])
    const before = await tokenOf('u-5')
    expect(await identify(site.url, { token: before, visitor: here })).toMatchObject(LINKED)
    await pass(site.clock, 10_000)
    expect(await root.send({ type: 'customer.log-out', customer: customerIdOf(MAIN, 'u-5') })).toEqual(OK)
    for (const visitor of [here, there])
      expect(await identify(site.url, { token: before, visitor })).toMatchObject({ refused: 'forbidden' })
    expect(await identify(site.url, { token: await tokenOf('u-5'), visitor: there })).toMatchObject({ refused: 'forbidden' })
    expect(await linksOf('u-5')).toHaveLength(1)
    await pass(site.clock, CLOCKS_APART_MS)
    expect(await identify(site.url, { token: await tokenOf('u-5'), visitor: there })).toMatchObject(LINKED)
    expect(site.security.at(-1)).toMatchObject({ kind: 'customer-changed', detail: 'customer-logged-out', by: root.id })
  })

  test('[CU3][CU10] keys follow each other without a gap; secrets are answered once, and to administrators', async () => {
    const { ann, root } = site
    const old = await makeKey(root)
    await pass(site.clock, 1)
    const fresh = await makeKey(root)
    const checks = async (with_: SiteKey) =>
      (await identify(site.url, { token: await signFor(with_, { sub: 'u-6', at: now() }) })).state
    expect([await checks(old), await checks(fresh)]).toEqual(['checked', 'checked'])
    expect(await root.send({ type: 'identity-key.end', key: old.key, afterMs: MINUTE_MS })).toEqual(OK)
    expect([await checks(old), await checks(fresh)]).toEqual(['checked', 'checked'])
    await pass(site.clock, MINUTE_MS)
    expect([await checks(old), await checks(fresh)]).toEqual([undefined, 'checked'])
    expect(await root.send({ type: 'identity-key.end', key: old.key, afterMs: 24 * MINUTE_MS })).toEqual(OK)
    expect(await checks(old)).toBeUndefined()
    expect(await root.send({ type: 'identity-key.end', key: fresh.key, afterMs: 0 })).toEqual(OK)
    expect(await checks(fresh)).toBeUndefined()

    const shown = await root.request(`/api/channels/${MAIN}/identity-keys`)
    const text = await shown.text()
    const { keys } = JSON.parse(text) as IdentityKeysAnswer // as the route declares it
    expect(keys.map(({ id, by, endsAt }) => [id, by.name, endsAt !== null])).toEqual([
      [fresh.key, 'Root', true],
      [old.key, 'Root', true],
      [key.key, 'Root', false],
    ])
    for (const { secret } of [key, old, fresh]) expect(text).not.toContain(secret)
    expect((await ann.request(`/api/channels/${MAIN}/identity-keys`)).status).toBe(403)
    expect(site.security.filter(({ detail }) => detail === 'identity-key-made')).toHaveLength(3)
    const made = await Promise.all(Array.from({ length: 12 }, () => makeKey(root, OTHER)))
    expect(made.filter(({ secret }) => secret !== '')).toHaveLength(10)
    const pasted = { kind: 'public', algorithm: 'RS256', pem: 'not a key' }
    expect((await root.request(`/api/channels/${MAIN}/identity-keys`, { method: 'POST', body: pasted })).status).toBe(400)
  })

  test('[CU11] where a channel is for customers nobody else begins; what runs goes on', async () => {
    const { ann, root } = site
    const stella = await site.visit('Stella')
    const running = await stella.open('I was here before')
    const demand = (identification: 'required' | 'optional', of: number) =>
      root.send({ type: 'channel.configure', channel: MAIN, part: 'customers', options: { identification }, of })
    expect(await demand('required', 0)).toEqual(OK)
    expect((await stella.say(running.conversation, 'Still there?')).outcome).toEqual(OK)
    const vera = await site.visit('Vera the stranger')
    expect((await vera.open('Let me in')).outcome).toMatchObject({ refused: 'unidentified' })
    expect(await identify(site.url, { token: await tokenOf('u-7'), visitor: vera })).toMatchObject(LINKED)
    expect((await vera.open('Let me in')).outcome).toMatchObject(OK)
    await ann.send({ type: 'conversation.close', conversation: running.conversation })
    expect(await stella.send({ type: 'conversation.reopen', conversation: running.conversation })).toMatchObject({
      refused: 'unidentified',
    })
    expect(await ann.send({ type: 'conversation.reopen', conversation: running.conversation })).toEqual(OK)
    expect(await demand('optional', 1)).toEqual(OK)
    await site.verify()
  })
})
