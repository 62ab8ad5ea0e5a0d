// What the thread that writes keeps at hand: never what was undone, never longer than it is true.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ConversationId, LineId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { closeSound, openSite } from '@portico/testkit/site'
import { expect, test } from 'vitest'
import { atHand } from './at-hand.ts'
import { groupCommit } from './group-commit.ts'
import { sqlite } from './sqlite.ts'

test('[DB5] what a work keeps is found by the next one, as long as nothing is undone; of too many the first goes', async () => {
  const folder = mkdtempSync(join(import.meta.dirname, '../../../../../node_modules/.portico-'))
  const db = sqlite(join(folder, 'portico.db'))
  const inTransaction = groupCommit(db)
  const kept = atHand<number>({ max: 2 })
  const find = (key: string) => inTransaction((tx) => Promise.resolve(kept.find(tx, key)))
  const keep = (key: string, value: number) => inTransaction(async (tx) => kept.keep(tx, key, value))
  await keep('one', 1)
  expect(await find('one')).toBe(1)
  await keep('two', 2)
  await keep('three', 3)
  expect([await find('one'), await find('two'), await find('three')]).toEqual([undefined, 2, 3])
  const failed = inTransaction(async (tx) => {
    kept.keep(tx, 'two', 22)
    throw new Error('undone')
  })
  await expect(failed).rejects.toThrow('undone')
  expect([await find('two'), await find('three')]).toEqual([undefined, undefined])
  expect(kept.find(db, 'three'), 'beside a transaction').toBeUndefined()
  await db.destroy()
  rmSync(folder, { recursive: true })
})

onEachDatabase((create) => {
  test('[DB5] who is revoked, or leaves a channel, has written his last message there, however often he wrote before', async () => {
    const site = await openSite(await create())
    const cast = await openCast(site)
    const { actor: vera } = await cast.newVisitor()
    const conversation = newId<ConversationId>()
    const line = () => newId<LineId>()
    const open = { type: 'conversation.open', conversation, channel: MAIN, line: line(), text: 'Hi', introduction: {} } as const
    expect(await cast.run(open, vera)).toMatchObject({ ok: true })
    const { ann, bob, root } = cast
    expect(await cast.run({ type: 'conversation.accept', conversation }, ann.actor)).toEqual({ ok: true })
    const say = (by: typeof ann) => cast.run({ type: 'message.send', conversation, line: line(), text: 'Hello' }, by.actor)
    for (const by of [ann, bob, ann, bob]) expect(await say(by)).toEqual({ ok: true })
    expect(await cast.run({ type: 'operator.revoke', operator: ann.id }, root.actor)).toEqual({ ok: true })
    expect(await say(ann)).toMatchObject({ refused: 'forbidden' })
    expect(await say(bob)).toEqual({ ok: true })
    expect(await cast.run({ type: 'channel.leave', channel: MAIN, operator: bob.id }, root.actor)).toEqual({ ok: true })
    expect(await say(bob)).toMatchObject({ refused: 'not-found' })
    await closeSound(site)
  })
})
