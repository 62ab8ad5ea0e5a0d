import type { ChannelOptions } from '@portico/protocol/options'
import type { ConversationId } from '@portico/protocol/ids'
import { configure } from '@portico/testkit/configure'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN, type Visitor } from '@portico/testkit/person'
import { openStaffedSite, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lineId, listen, OK, told } from './testing-desk.ts'

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
    for (const [who, name] of [
      [site.ann, 'Zelda Quax'],
      [site.bob, 'Yorick Quax'],
    ] as const)
      expect(await who.send({ type: 'operator.rename', name })).toEqual(OK)
    await site.verify()
  })
  afterAll(async () => {
    expect(site.faults).toEqual([])
    await site.close()
  })

  const set = async (changes: Partial<ChannelOptions>) => {
    expect(await configure(site.root.send, { server: site.server, channel: MAIN, changes })).toEqual(OK)
    await site.verify()
  }
  const spaced = (name: string) => name.replaceAll('\u00A0', ' ')
  const namesTo = ({ live }: Visitor, conversation: ConversationId) => [
    ...new Set(
      (live.view(`chat:${conversation}`)?.lines ?? []).flatMap(({ author }) =>
        author.kind === 'operator' ? [spaced(author.name)] : [],
      ),
    ),
  ]
  /** All that the server says to her of this conversation when she asks over HTTP. */
  async function answersTo({ token }: Visitor, conversation: ConversationId): Promise<string> {
    const headers = { authorization: `Bearer ${token}` }
    const paths = [`/api/chats?channel=${MAIN}`, `/api/chats/${conversation}/lines`, `/widget/${MAIN}/config.json`]
    const answers = await Promise.all(paths.map((path) => fetch(`${site.url}${path}`, { headers })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    return (await Promise.all(answers.map((answer) => answer.text()))).join('\n')
  }
  const facesOf = ({ live }: Visitor) => live.view(`lobby:${MAIN}`)?.faces?.map(({ name }) => spaced(name)) ?? []

  test('[CV321][CV322][CV323][E26] a masked name never reaches the visitor: not in a frame, a snapshot, a list or an answer', async () => {
    const { ann, bob, root } = site
    await set({ operatorNames: 'numbered', operatorMask: ' Glaze team ' })
    const vera = await site.visit('Vera')
    await present(() => vera.live.view(`lobby:${MAIN}`)?.staffed)
    const heard = listen(vera)
    const { conversation } = await vera.open('A chipped rim')
    await present(() => ann.live.view(`channel:${MAIN}`)?.rows.some(({ id }) => id === conversation))
    // Who only looks on, and writes notes, takes no number.
    const note = { type: 'note.write', conversation, line: lineId(), text: 'Give her two' } as const
    expect(await root.send(note)).toEqual(OK)
    expect(await bob.send({ type: 'conversation.accept', conversation })).toEqual(OK)
    bob.live.sendFleeting({ type: 'typing', conversation, box: 'reply' })
    expect(await present(() => heard[0])).toMatchObject({
      type: 'typing',
      who: { kind: 'operator', name: 'Glaze\u00A0team\u00A01' },
    })
    await bob.say(conversation, 'Which glaze?')
    expect((await ann.say(conversation, 'Is it the blue one?')).outcome).toEqual(OK)
    await told(vera, conversation, 5)
    await site.verify()
    const during = await vera.again('Vera on her phone')
    await present(() => during.live.view(`chat:${conversation}`))
    expect(namesTo(during, conversation)).toEqual(['Glaze team 1', 'Glaze team 2'])
    // Who ends it without having been in it is read of for the first time.
    expect(await root.send({ type: 'conversation.close', conversation })).toEqual(OK)
    await told(vera, conversation, 6)
    expect(namesTo(vera, conversation)).toEqual(['Glaze team 1', 'Glaze team 2', 'Glaze team 3'])
    // Taken up again by somebody who has a number already.
    expect(await ann.send({ type: 'conversation.reopen', conversation })).toEqual(OK)
    await told(vera, conversation, 7)
    expect(namesTo(vera, conversation)).toEqual(['Glaze team 1', 'Glaze team 2', 'Glaze team 3'])
    await ann.send({ type: 'conversation.close', conversation })
    await site.verify()

    const after = await vera.again('Vera next day')
    const answers = await answersTo(vera, conversation)
    expect(spaced(answers)).toContain('Glaze team 3')
    expect(facesOf(after)).toEqual([])
    expect(after.live.view(`lobby:${MAIN}`)?.staffed).toBe(true)
    for (const told of [vera.tap.received(), during.tap.received(), after.tap.received(), answers]) {
      expect(told).not.toMatch(/Quax|Root/)
      for (const { id } of [ann, bob, root]) expect(told).not.toContain(id)
    }
    // Colleagues read who it was.
    ann.live.watch(`conversation:${conversation}`)
    const lines = await present(() => ann.live.view(`conversation:${conversation}`)?.lines)
    expect(new Set(lines.flatMap(({ author }) => (author.kind === 'operator' ? [author.name] : [])))).toEqual(
      new Set(['Zelda Quax', 'Yorick Quax', 'Root']),
    )
    for (const person of [during, after, vera]) person.leave()
  })

  test('[CV321][E26] a mask without a name of its own is said in the visitor’s language, and without numbers all have it', async () => {
    await set({ operatorNames: 'masked', operatorMask: '' })
    const vera = await site.visit('Véra')
    const { conversation } = await vera.open('Un bord ébréché', { locale: 'fr-CA' })
    await site.bob.send({ type: 'conversation.accept', conversation })
    await site.ann.say(conversation, 'Bonjour')
    await told(vera, conversation, 4)
    expect(namesTo(vera, conversation)).toEqual(['Conseiller'])
    await site.verify()
    vera.leave()
  })

  test('[CV324][E26] whoever the visitor has read of by name keeps it there; who comes later wears the mask', async () => {
    const { ann, bob } = site
    await set({ operatorNames: 'own', operatorMask: '' })
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Two bowls')
    await ann.send({ type: 'conversation.accept', conversation })
    await told(vera, conversation, 2)
    await set({ operatorNames: 'numbered' })
    await bob.say(conversation, 'Two?')
    await ann.send({ type: 'conversation.close', conversation })
    await ann.send({ type: 'conversation.reopen', conversation })
    await told(vera, conversation, 6)
    expect(namesTo(vera, conversation)).toEqual(['Zelda Quax', 'Operator 1'])
    await site.verify()
    vera.leave()
    await set({ operatorNames: 'own' })
  })

  test('[CV320][E25] visitors read what an operator calls himself to them, whole, and colleagues his name', async () => {
    const { ann, bob } = site
    expect(await ann.send({ type: 'operator.choose-alias', alias: ' Zee of the kiln ' })).toEqual(OK)
    await present(() => ann.live.view(`operator:${ann.id}`)?.me.alias === 'Zee of the kiln')
    const vera = await site.visit('Vera')
    await present(() => facesOf(vera).includes('Zee of the kiln'))
    const { conversation } = await vera.open('A jug')
    await ann.send({ type: 'conversation.accept', conversation })
    await ann.say(conversation, 'Hello')
    await told(vera, conversation, 3)
    expect(namesTo(vera, conversation)).toEqual(['Zee of the kiln'])
    const row = () => bob.live.view(`channel:${MAIN}`)?.rows.find(({ id }) => id === conversation)
    await present(() => row()?.phase.state === 'active')
    expect(row()?.phase).toMatchObject({ operators: [{ name: 'Zelda Quax' }] })
    await site.verify()
    // It stays in what runs; elsewhere he has his name again.
    expect(await ann.send({ type: 'operator.choose-alias', alias: null })).toEqual(OK)
    await ann.say(conversation, 'And goodbye')
    await told(vera, conversation, 4)
    expect(namesTo(vera, conversation)).toEqual(['Zee of the kiln'])
    await present(() => facesOf(vera).includes('Zelda'))
    await site.verify()
    vera.leave()
  })

  test('[CV323] in two conversations one operator has two ids, and the tint of the first screen in both', async () => {
    const { ann } = site
    const seen = await Promise.all(['One', 'Two'].map((name) => seenBy(name)))
    expect(new Set(seen.map(({ id }) => id)).size).toBe(2)
    expect(seen.every(({ id }) => id !== ann.id)).toBe(true)
    await site.verify()
  })

  async function seenBy(name: string) {
    const vera = await site.visit(name)
    const { conversation } = await vera.open(name)
    await site.ann.send({ type: 'conversation.accept', conversation })
    await told(vera, conversation, 2)
    const author = vera.live.view(`chat:${conversation}`)?.lines.at(-1)?.author
    if (author?.kind !== 'operator') throw new Error('nobody has come')
    return author
  }
})
