import type { Command } from '@portico/protocol'
import type { ChannelId, ConversationId, OperatorId, TeamId } from '@portico/protocol/ids'
import type { Level } from '@portico/protocol/level-order'
import type { Holder } from '@portico/protocol/levels'
import { newId } from '@portico/protocol/new-id'
import { onEachDatabase } from '@portico/testkit/databases'
import { enlist } from '@portico/testkit/enlist'
import { present } from '@portico/testkit/eventually'
import { MAIN, type Operator } from '@portico/testkit/person'
import { closeSound, openStaffedSite, OTHER, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { levelIn, thoseWithLevel } from './level-reads.ts'

const OK = { ok: true }

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(() => closeSound(site))

  test('[CH200][B1][B2] a level comes from oneself, from a team and from a role; of all the highest counts, and at once', async () => {
    const paula = await enlist(site, 'Paula', { channels: [] })
    const team = await makeTeam('Fairs', paula)
    const steps: [Holder, Level | null, Level | undefined][] = [
      [{ kind: 'operator', id: paula.id }, 'observer', 'observer'],
      [{ kind: 'team', id: team }, 'owner', 'owner'],
      [{ kind: 'role', id: 'operator' }, 'participant', 'owner'],
      [{ kind: 'team', id: team }, null, 'participant'],
      [{ kind: 'role', id: 'operator' }, null, 'observer'],
      [{ kind: 'operator', id: paula.id }, null, undefined],
    ]
    for (const [to, level, comes] of steps) {
      await does({ type: 'channel.grant', channel: MAIN, to, level })
      expect(await levelIn(site.server.store.reads, { operator: paula.id, channel: MAIN })).toBe(comes)
      await present(() => heldBy(paula, MAIN) === comes || undefined)
      const isSeen = comes === 'participant' || comes === 'owner'
      await present(() => (paula.live.view(`channel:${MAIN}`) !== undefined) === isSeen)
      await site.verify()
    }
  })

  test('[CH201][C16] those who have a level, or a higher one, are found whatever it comes from', async () => {
    const channel = await makeChannel('Found')
    const [one, two, three] = await Promise.all(['Una', 'Dora', 'Tria'].map((name) => enlist(site, name, { channels: [] })))
    if (!one || !two || !three) throw new Error('three were enlisted')
    const team = await makeTeam('Found', two)
    await does({ type: 'channel.grant', channel, to: { kind: 'operator', id: one.id }, level: 'observer' })
    await does({ type: 'channel.grant', channel, to: { kind: 'team', id: team }, level: 'participant' })
    await does({ type: 'operator.change-role', operator: three.id, role: 'supervisor' })
    await does({ type: 'channel.grant', channel, to: { kind: 'role', id: 'supervisor' }, level: 'owner' })
    const found = async (atLeast: Level) => new Set(await thoseWithLevel(site.server.store.reads, { channel, atLeast }))
    const owners = [site.root.id, three.id]
    expect(await found('owner')).toEqual(new Set(owners))
    expect(await found('participant')).toEqual(new Set([...owners, two.id]))
    expect(await found('observer')).toEqual(new Set([...owners, two.id, one.id]))
    await does({ type: 'operator.revoke', operator: three.id })
    expect(await found('owner')).toEqual(new Set([site.root.id]))
    await does({ type: 'channel.grant', channel, to: { kind: 'role', id: 'supervisor' }, level: null })
    await site.verify()
  })

  test('[CH202][B4][B5] who becomes an owner is a member; he leaves and comes back by himself, and ends with his level', async () => {
    const paula = await enlist(site, 'Paula two', { channels: [] })
    const to = { kind: 'operator', id: paula.id } as const
    await does({ type: 'channel.grant', channel: MAIN, to, level: 'participant' })
    expect(await paula.send({ type: 'channel.join', channel: MAIN, operator: paula.id })).toMatchObject({ refused: 'forbidden' })
    await does({ type: 'channel.grant', channel: MAIN, to, level: 'owner' })
    await present(() => isIn(paula, MAIN))
    expect(await paula.send({ type: 'channel.leave', channel: MAIN, operator: paula.id })).toEqual(OK)
    await present(() => !isIn(paula, MAIN))
    // She wants no requests of it any more, and sees them all the same.
    expect(paula.live.view(`channel:${MAIN}`)).toBeDefined()
    await site.clock.move(60 * 60_000)
    expect(await paula.send({ type: 'channel.join', channel: MAIN, operator: paula.id })).toEqual(OK)
    await present(() => isIn(paula, MAIN))
    await does({ type: 'channel.grant', channel: MAIN, to, level: 'observer' })
    await present(() => !isIn(paula, MAIN) && paula.live.view(`channel:${MAIN}`) === undefined)
    await site.verify()
  })

  test('[CH203] who is less than a participant holds nothing there; who was an owner and is a participant goes on', async () => {
    const paula = await enlist(site, 'Paula three')
    const to = { kind: 'operator', id: paula.id } as const
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Who stays?')
    expect(await paula.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    await does({ type: 'channel.grant', channel: MAIN, to, level: 'participant' })
    await present(() => !isIn(paula, MAIN))
    expect((await paula.say(conversation, 'I do')).outcome).toEqual(OK)
    await site.verify()
    expect(phaseOf(conversation)).toMatchObject({ state: 'active' })
    await does({ type: 'channel.grant', channel: MAIN, to, level: 'observer' })
    await present(() => phaseOf(conversation)?.state === 'requested')
    expect((await paula.say(conversation, 'Or not')).outcome).toMatchObject({ refused: 'not-found' })
    await site.verify()
  })

  test('[CH204] teams have names of their own; whoever joins or leaves one has what it gives, and a removed one gives nothing', async () => {
    const paula = await enlist(site, 'Paula four', { channels: [] })
    const team = await makeTeam('Night')
    const again = { type: 'team.make', team: newId<TeamId>(), name: ' night ' } as const
    expect(await site.root.send(again)).toMatchObject({ refused: 'exists' })
    await does({ type: 'channel.grant', channel: OTHER, to: { kind: 'team', id: team }, level: 'owner' })
    await does({ type: 'team.add', team, operator: paula.id })
    await present(() => heldBy(paula, OTHER) === 'owner' && isIn(paula, OTHER))
    await does({ type: 'team.drop', team, operator: paula.id })
    await present(() => heldBy(paula, OTHER) === undefined && !isIn(paula, OTHER))
    await does({ type: 'team.add', team, operator: paula.id })
    await does({ type: 'team.rename', team, name: 'Night shift' })
    await present(() => teamNames(paula).includes('Night shift') && heldBy(paula, OTHER) === 'owner')
    await does({ type: 'team.remove', team })
    await present(() => heldBy(paula, OTHER) === undefined && !teamNames(paula).includes('Night shift'))
    await site.verify()
  })

  test('[CH204][H2] another role brings its levels, and takes those of the one before', async () => {
    const paula = await enlist(site, 'Paula five', { channels: [] })
    const to = { kind: 'role', id: 'supervisor' } as const
    await does({ type: 'channel.grant', channel: OTHER, to, level: 'participant' })
    await does({ type: 'operator.change-role', operator: paula.id, role: 'supervisor' })
    await present(() => heldBy(paula, OTHER) === 'participant' && paula.live.view(`channel:${OTHER}`))
    await does({ type: 'operator.change-role', operator: paula.id, role: 'operator' })
    await present(() => heldBy(paula, OTHER) === undefined && paula.live.view(`channel:${OTHER}`) === undefined)
    await does({ type: 'channel.grant', channel: OTHER, to, level: null })
    await site.verify()
  })

  test('[AU201][H2] what owners say of a role counts at once for everybody in it, and for nobody else', async () => {
    const [sue, paula] = await Promise.all([enlist(site, 'Sue'), enlist(site, 'Paula six')])
    await does({ type: 'operator.change-role', operator: sue.id, role: 'supervisor' })
    const [channel, right] = [newId<ChannelId>(), { type: 'right.set', role: 'supervisor', right: 'channels' } as const]
    const make = { type: 'channel.create', channel, name: 'Sue’s' } as const
    expect(await sue.send(make)).toMatchObject({ refused: 'forbidden' })
    expect(await sue.send({ ...right, isHeld: true })).toMatchObject({ refused: 'forbidden' })
    await does({ ...right, isHeld: true })
    await present(() =>
      paula.live.view<'settings'>('settings')?.rights?.some((held) => held.role === 'supervisor' && held.right === 'channels'),
    )
    // A name that is taken: she may, and is told something else.
    expect(await sue.send({ ...make, name: 'Wholesale' })).toMatchObject({ refused: 'exists' })
    expect(await paula.send({ ...make, name: 'Wholesale' })).toMatchObject({ refused: 'forbidden' })
    await does({ ...right, isHeld: false })
    expect(await sue.send({ ...make, name: 'Mine' })).toMatchObject({ refused: 'forbidden' })
    await site.verify()
  })

  const does = async (command: Command) => expect(await site.root.send(command)).toEqual(OK)
  const heldBy = ({ live, id }: Operator, channel: ChannelId) =>
    live.view<'operator'>(`operator:${id}`)?.levels?.find((held) => held.channel === channel)?.level
  const isIn = ({ live, id }: Operator, channel: ChannelId) =>
    live.view<'operator'>(`operator:${id}`)?.me.channels.includes(channel) === true
  const teamNames = ({ live }: Operator) => (live.view<'settings'>('settings')?.teams ?? []).map(({ name }) => name)
  const phaseOf = (conversation: ConversationId) =>
    site.ann.live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === conversation)?.phase

  async function makeTeam(name: string, ...members: { id: OperatorId }[]): Promise<TeamId> {
    const team = newId<TeamId>()
    await does({ type: 'team.make', team, name })
    for (const { id } of members) await does({ type: 'team.add', team, operator: id })
    return team
  }
  async function makeChannel(name: string): Promise<ChannelId> {
    const channel = newId<ChannelId>()
    await does({ type: 'channel.create', channel, name })
    return channel
  }
})
