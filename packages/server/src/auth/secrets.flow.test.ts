// What is stored of secrets, and what knowing anything but a secret opens: nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '@portico/protocol/new-id'
import { onEachDatabase } from '@portico/testkit/databases'
import { present } from '@portico/testkit/eventually'
import { MAIN, visitor } from '@portico/testkit/person'
import { openRawSocket, visitorHello } from '@portico/testkit/raw-socket'
import { PASSWORD } from '@portico/testkit/account'
import { closeSound, invite, openStaffedSite, post, tokenOf, type StaffedSite } from '@portico/testkit/site'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken, mintToken } from './token.ts'

onEachDatabase((create) => {
  let site: StaffedSite
  beforeAll(async () => {
    site = await openStaffedSite(await create())
  })
  afterAll(() => closeSound(site))

  test('[AU20] of secrets only hashes are stored, in any table and in any file', async () => {
    const vera = await site.visit('Vera')
    await vera.open('Hello')
    const invited = await site.root.request('/api/invitations', { method: 'POST', body: { role: 'operator', channels: [] } })
    const { link } = (await invited.json()) as { link: string } // the route's answer
    const secrets = {
      'a visitor’s token': vera.token,
      'a cookie': site.ann.cookie.split('=')[1] ?? '',
      'an invitation': tokenOf(link),
      'the link on the terminal': site.server.setupToken ?? '',
      'a password': PASSWORD,
    }
    const stored = await readEverything()
    for (const [what, secret] of Object.entries(secrets)) {
      expect(secret.length).toBeGreaterThan(10)
      expect([what, stored.includes(secret)]).toEqual([what, false])
    }
    expect(stored).toContain(hashToken(vera.token))
    expect(stored).toContain(hashToken(secrets['a cookie']))
    expect(stored).toContain(hashToken(secrets['an invitation']))
  })

  test('[AU21] passwords are hashed by argon2id at the cost that OWASP puts first, each with a salt of its own', async () => {
    const joined = await Promise.all(['Eve', 'Ida', 'Una', 'Kim'].map((name) => invite(site, site.root, { name, channels: [] })))
    const ids = joined.map(({ id }) => id)
    const reads = site.server.store.reads
    const rows = await reads.selectFrom('operator').select('password_hash').where('id', 'in', ids).execute()
    expect(rows).toHaveLength(joined.length)
    for (const { password_hash } of rows)
      expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(new Set(rows.map(({ password_hash }) => password_hash)).size).toBe(rows.length)
  })

  test('[AU22][H8] whoever knows the ids of a conversation, its lines and its visitor, but not the token, gets nothing', async () => {
    const vera = await site.visit('Vera')
    const { conversation, line } = await vera.open('Only for the shop: secret-h8')
    const you = await present(() => vera.live.you())
    const eve = await site.visit('Eve')
    for (const command of [
      { type: 'message.send', conversation, line: newId(), text: 'It is me, Vera' },
      { type: 'conversation.close', conversation },
      { type: 'read.mark', conversation, line },
    ] as const) {
      expect(await eve.send(command as never)).toEqual({ ok: false, refused: 'not-found' }) // newId makes ids
    }
    const lines = (token: string) =>
      fetch(`${site.url}/api/chats/${conversation}/lines`, { headers: { authorization: `Bearer ${token}` } })
    expect((await lines(vera.token)).status).toBe(200)
    expect((await lines(eve.token)).status).toBe(404)
    expect((await lines(mintToken())).status).toBe(401)
    expect((await fetch(`${site.url}/api/chats/${conversation}/lines`)).status).toBe(401)

    const socket = await openRawSocket(site.url)
    const asked = [`chat:${conversation}`, `conversation:${conversation}`, `visitor:${you.id}`, `channel:${MAIN}`] as const
    socket.say(visitorHello(eve.token, { watch: asked.map((topic) => ({ topic, position: 0 })) }))
    await socket.hears('gone', asked.length)
    expect(
      socket
        .heard('gone')
        .map(({ topic }) => topic)
        .toSorted(),
    ).toEqual(asked.toSorted())
    socket.leave()
    expect(eve.tap.received()).not.toContain('secret-h8')
    expect(vera.tap.received()).toContain('secret-h8')
    await site.verify()
  })

  test('[AU22][H8] what is stored of a token opens nothing: neither the hash nor the id made of it', async () => {
    const vera = await site.visit('Vera')
    const { conversation } = await vera.open('Mine')
    const you = await present(() => vera.live.you())
    const thief = await visitor(site, 'A reader of backups', { token: hashToken(vera.token) })
    expect(await present(() => thief.live.you())).not.toEqual(you)
    expect((await thief.say(conversation, 'Mine')).outcome).toEqual({ ok: false, refused: 'not-found' })
    for (const token of [you.id, conversation, '', 'x'.repeat(42), 'x'.repeat(44)]) {
      const response = await post(site, '/poll', { ...visitorHello(vera.token), as: { kind: 'visitor', token, channel: MAIN } })
      expect([token, response.status]).toEqual([token, 400])
    }
    for (const cookie of [hashToken(site.ann.cookie.split('=')[1] ?? ''), site.ann.id, '']) {
      expect((await fetch(`${site.url}/api/sessions`, { headers: { cookie: `portico=${cookie}` } })).status).toBe(401)
    }
  })

  /** All tables as JSON, and the files of the database byte for byte where it lies in our folder. */
  async function readEverything(): Promise<string> {
    const { reads } = site.server.store
    const tables = await reads.introspection.getTables()
    expect(tables.length).toBeGreaterThan(10)
    const rows = await Promise.all(
      tables.map(({ name }) =>
        reads
          .selectFrom(name as 'operator')
          .selectAll()
          .execute(),
      ),
    ) // whichever they are
    const folder = site.database.environment.PORTICO_DATA ?? ''
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    return JSON.stringify(rows) + files.join('\n')
  }
})
