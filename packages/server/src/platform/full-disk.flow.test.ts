// A real small file system that is filled to the last byte, under a server that people are connected to.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fleeting } from '@portico/protocol/fleeting'
import { pass, passUntil } from '@portico/testkit/clock'
import { createSqlite, type TestDatabase } from '@portico/testkit/test-database'
import { closeSound, openStaffedSite } from '@portico/testkit/site'
import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStore } from '../store.ts'

const SIZE = '24m'
/** Left free, for the server writes meanwhile. */
const LEFT_BYTES = 64 * 1024
const WORDS_UNTIL_FULL = 100

const folder = mkdtempSync(join(import.meta.dirname, '../../../../node_modules/.portico-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]).status === 0
if (!mounted) rmSync(folder, { recursive: true })

test.skipIf(!mounted)(
  '[ST24][ST25] a full disk refuses what is written for now, is read on, is told to operators, and is over when there is room',
  async () => {
    onTestFinished(() => {
      spawnSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    })
    const database: TestDatabase = {
      ...(await createSqlite()),
      open: (options) => openSqliteStore(join(folder, 'portico.db'), options),
    }
    const site = await openStaffedSite(database)
    const { ann, clock } = site
    const told = hearing(ann)
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('before')
    await ann.send({ type: 'conversation.accept', conversation })

    fill()
    const said = Array.from({ length: WORDS_UNTIL_FULL }, (_, n) => vera.say(conversation, `${n} ${'word '.repeat(1500)}`))
    let answered = 0
    for (const each of said) void each.then(() => answered++)
    await passUntil(clock, () => told.includes('disk.full'))
    expect(answered).toBeLessThan(WORDS_UNTIL_FULL)

    const page = await ann.request(`/api/conversations/${conversation}/lines?limit=100`)
    expect([page.status, await page.json()]).toMatchObject([200, { lines: expect.arrayContaining([expect.anything()]) }])
    const latecomer = hearing(await ann.again('Ann again'))
    await passUntil(clock, () => latecomer.includes('disk.full'))
    expect(answered).toBeLessThan(WORDS_UNTIL_FULL)

    rmSync(join(folder, 'filler'))
    await passUntil(clock, () => answered === WORDS_UNTIL_FULL)
    expect(new Set((await Promise.all(said)).map(({ outcome }) => outcome.ok))).toEqual(new Set([true]))
    await passUntil(clock, () => told.includes('disk.free') && latecomer.includes('disk.free'))
    const before = told.length
    await pass(clock, 10_000)
    expect(told.slice(before)).not.toContain('disk.full')
    site.faults.splice(0)
    await site.verify()
    await closeSound(site)
  },
)

function fill(): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(join(folder, 'filler'), Buffer.alloc(bavail * bsize - LEFT_BYTES))
}

function hearing({
  live,
}: {
  live: { onFleeting: (hear: (topic: string, message: Fleeting) => void) => unknown }
}): Fleeting['type'][] {
  const heard: Fleeting['type'][] = []
  live.onFleeting((_, { type }) => heard.push(type))
  return heard
}
