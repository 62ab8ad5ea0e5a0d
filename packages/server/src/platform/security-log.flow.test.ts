// What the log of security keeps, of whom and for how long.
import { join } from 'node:path'
import type { OperatorId } from '@portico/protocol/ids'
import { newId } from '@portico/protocol/new-id'
import { openCast, type Cast } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { MAIN } from '@portico/testkit/person'
import { PASSWORD } from '@portico/testkit/account'
import { closeSound, openSite, post, signedIn, type Site } from '@portico/testkit/site'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from './actor.ts'
import type { Db } from './db/database.ts'
import { postgres } from './db/postgres.ts'
import { sqlite } from './db/sqlite.ts'
import { SECURITY_KEPT_MS, STRANGERS_ROWS_A_MINUTE_MAX, STRANGERS_ROWS_MAX } from './security-log.ts'

const MINUTE_MS = 60_000
const FROM = { 'x-forwarded-for': '198.51.100.7', 'user-agent': 'Lynx/2.9' }

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
  })
  afterAll(() => closeSound(site))

  test('[SE1] a change and its row come together, and what is refused leaves none', async () => {
    const rows = await after(() => cast.run({ type: 'site.rename', name: 'Terra' }, cast.ada.actor))
    expect(rows).toMatchObject([{ kind: 'settings-changed', detail: 'site-name', by: cast.ada.id, object: 'Terra', count: 1 }])
    expect(await after(() => cast.run({ type: 'site.rename', name: 'Mine' }, cast.olaf.actor))).toEqual([])
    expect(await after(() => cast.run({ type: 'operator.revoke', operator: cast.rick.id }, cast.root.actor))).toEqual([])
  })

  test('[SE2] it tells of set-up, invitations, sessions, withdrawal, settings and members: who did it, and to whom', async () => {
    const kinds = await site.server.store.reads.selectFrom('security_entry').selectAll().orderBy('id').execute()
    const ofRick = kinds.filter(({ by }) => by === cast.rick.id).map(({ kind }) => kind)
    expect(ofRick.toSorted()).toEqual(['invitation-accepted', 'signed-in'])
    for (const told of [
      { kind: 'set-up', by: cast.root.id, object: 'owner' },
      { kind: 'invitation-made', by: cast.root.id, object: 'administrator' },
      { kind: 'invitation-accepted', by: cast.ada.id, object: 'administrator' },
      { kind: 'operator-withdrawn', by: cast.root.id, about: cast.rick.id },
    ])
      expect(kinds).toContainEqual(expect.objectContaining(told))
    const other = await cast.newSession(cast.bob.id)
    const ended = await after(async () => {
      await cast.run({ type: 'session.revoke', session: other.session }, cast.bob.actor)
      await site.clock.move(1)
      await cast.run({ type: 'channel.join', channel: MAIN, operator: cast.olaf.id }, cast.ada.actor)
      await site.clock.move(1)
      await cast.run({ type: 'channel.leave', channel: MAIN, operator: cast.olaf.id }, cast.olaf.actor)
    })
    // What comes of one command is of one instant, and stands in no order.
    expect(
      ended.toSorted((one, other) => one.at - other.at || ((one.detail ?? '') < (other.detail ?? '') ? -1 : 1)),
    ).toMatchObject([
      { kind: 'session-ended', detail: 'elsewhere', by: cast.bob.id, about: cast.bob.id },
      { kind: 'settings-changed', detail: 'level-owner', by: cast.ada.id, about: cast.olaf.id, object: MAIN },
      { kind: 'settings-changed', detail: 'member-added', by: cast.ada.id, about: cast.olaf.id, object: MAIN },
      { kind: 'settings-changed', detail: 'member-removed', by: cast.olaf.id, about: cast.olaf.id, object: MAIN },
    ])
  })

  test('[SE3] failed sign-ins and waits are kept with address and device, and with nothing that was typed', async () => {
    const rows = await after(async () => {
      for (const email of ['nobody-secret@example.org', 'bob@example.org']) {
        for (let i = 0; i < 6; i++) {
          await post(site, '/api/session', { email, password: 'typed-secret' }, FROM)
          await site.clock.move(1)
        }
      }
    })
    const from = { address: '198.51.100.7', device: 'Lynx/2.9', by: null }
    expect(rows).toMatchObject([
      { ...from, kind: 'sign-in-failed', detail: 'password', about: null, count: 5 },
      { ...from, kind: 'wait', detail: 'sign-in', count: 1 },
      { ...from, kind: 'sign-in-failed', detail: 'password', about: cast.bob.id, count: 5 },
    ])
    expect(JSON.stringify([rows, site.security])).not.toContain('secret')
    expect(site.security.filter(({ kind }) => kind === 'sign-in-failed')).toHaveLength(10)
  })

  test('[SE4] address and device are what the wire saw, never what a client says of itself', async () => {
    const body = { email: 'ann@example.org', password: PASSWORD }
    const rows = await after(async () => {
      const ann = await signedIn(await post(site, '/api/session', body, FROM))
      await site.clock.move(1)
      const command = { type: 'operator.rename', name: 'Ann', from: { address: '192.0.2.1', device: 'forged' } }
      const sent = { id: newId(site.clock.now()), command, from: command.from }
      await post(site, '/commands', { commands: [sent] }, { ...FROM, cookie: ann.cookie })
    })
    expect(rows).toMatchObject([
      { kind: 'signed-in', by: cast.ann.id, address: '198.51.100.7', device: 'Lynx/2.9' },
      { kind: 'account-changed', detail: 'name', by: cast.ann.id, address: '198.51.100.7', device: 'Lynx/2.9' },
    ])
    const [first, ...others] = await after(() =>
      cast.run({ type: 'proof.refuse', proof: 'password', operator: cast.ann.id }, system('auth')),
    )
    expect([first?.address, first?.device, others]).toEqual([null, null, []])
  })

  test('[SE5] whoever guesses fills a bounded number of rows: alike ones of a minute are one, and too many are one too', async () => {
    await site.clock.move(MINUTE_MS)
    const guesses = STRANGERS_ROWS_A_MINUTE_MAX + 20
    const rows = await after(async () => {
      for (let i = 0; i < guesses; i++)
        await cast.run({ type: 'proof.refuse', proof: 'password', operator: `guessed-${i}` as OperatorId }, system('auth')) // within an id's alphabet
    })
    expect(rows).toHaveLength(STRANGERS_ROWS_A_MINUTE_MAX + 1)
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(guesses)
    expect(rows.filter(({ count }) => count > 1)).toMatchObject([{ about: null, address: null, count: 20 }])
  })

  test('[SE5] a failure leaves no answer behind: its row is all that is kept of it', async () => {
    const kept = async () => (await site.server.store.reads.selectFrom('command_outcome').select('command').execute()).length
    const before = await kept()
    await post(
      site,
      '/api/session',
      { email: 'ada@example.org', password: 'typed' },
      { ...FROM, 'x-forwarded-for': '198.51.100.8' },
    )
    expect(await kept()).toBe(before)
    await cast.run({ type: 'operator.rename', name: 'Ada' }, cast.ada.actor)
    expect(await kept()).toBe(before + 1)
  })

  test('[SE6] visitors are not in it, whatever they do', async () => {
    const victor = await cast.newVisitor()
    const rows = await after(async () => {
      const opening = {
        type: 'conversation.open',
        conversation: newId(),
        channel: MAIN,
        line: newId(),
        text: 'Hello',
        introduction: {},
      }
      const command = { id: newId(site.clock.now()), command: opening }
      const answer = await post(site, '/commands', { commands: [command] }, { ...FROM, ...victor.headers })
      expect(await answer.json()).toMatchObject({ replies: [{ outcome: { ok: true } }] })
    })
    expect(rows).toEqual([])
  })

  test('[SE7] a row is kept for a year, and of what strangers cause the newest', async () => {
    const { road, reads } = site.server.store
    await site.clock.move(1)
    const at = site.clock.now()
    const writes = openWrites()
    await sql`
      insert into security_entry (id, at, kind, count)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${STRANGERS_ROWS_MAX + 10})
      select 'guess-' || i, cast(${at} as bigint) + i, 'sign-in-failed', 1 from n`.execute(writes)
    await writes.destroy()
    await road.trim(at)
    const kept = async () => {
      const { count } = await reads
        .selectFrom('security_entry')
        .select((eb) => eb.fn.countAll<number | string>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    }
    const failures = await reads.selectFrom('security_entry').select('id').where('kind', '=', 'sign-in-failed').execute()
    expect(failures).toHaveLength(STRANGERS_ROWS_MAX)
    expect(failures.some(({ id }) => id === 'guess-10')).toBe(false)
    expect(failures.some(({ id }) => id === 'guess-11')).toBe(true)
    expect(await kept()).toBeGreaterThan(STRANGERS_ROWS_MAX + 10)
    await road.trim(at + SECURITY_KEPT_MS)
    expect(await kept()).toBe(STRANGERS_ROWS_MAX)
    await road.trim(at + SECURITY_KEPT_MS + STRANGERS_ROWS_MAX + 20)
    expect(await kept()).toBe(0)
  })

  function openWrites(): Db {
    const { PORTICO_DATA = '', PORTICO_DATABASE } = site.database.environment
    return PORTICO_DATABASE === undefined ? sqlite(join(PORTICO_DATA, 'portico.db')) : postgres(PORTICO_DATABASE)
  }

  /** The rows that came of it. */
  async function after(act: () => Promise<unknown>) {
    const read = () => site.server.store.reads.selectFrom('security_entry').selectAll().orderBy('id').execute()
    const known = new Set((await read()).map(({ id }) => id))
    await act()
    return (await read()).filter(({ id }) => !known.has(id))
  }
})
