// Codes are those that an authenticator would show at the hand clock's time; it is moved by one step before each.
import { CLOSE } from '@portico/protocol/close-codes'
import { openCast, type Cast, type OperatorCaller } from '@portico/testkit/cast'
import { onEachDatabase } from '@portico/testkit/databases'
import { openRawSocket, operatorHello } from '@portico/testkit/raw-socket'
import { PASSWORD } from '@portico/testkit/account'
import { closeSound, openSite, type Site } from '@portico/testkit/site'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../platform/must.ts'
import { asking, type Ask } from './testing-ask.ts'

const STEP_MS = 30_000
const NEW_PASSWORD = 'seven blue lanterns'

onEachDatabase((create) => {
  let site: Site
  let cast: Cast
  let ask: Ask
  beforeAll(async () => {
    site = await openSite(await create())
    cast = await openCast(site)
    ask = asking(site)
  })
  afterAll(() => closeSound(site))

  test('[AU38] it asks for the password, counts from the first right code on, and its secret is told once', async () => {
    const ann = await cast.newOperator('Nan', 'operator', [])
    const begin = (current: string) => ask('POST /api/account/second-factor', { as: ann, body: { current } })
    expect(await begin('not her password')).toMatchObject({ status: 403, refused: 'wrong-password' })
    const { secret, uri } = await begin(PASSWORD)
    expect(String(uri)).toContain('nan%40example.org')
    expect(await signIn('nan')).toMatchObject({ status: 200 })
    expect(await ask('POST /api/account/second-factor/confirm', { as: ann, body: { code: '000000' } })).toMatchObject({
      status: 403,
    })
    const code = await nextCode(String(secret))
    const { codes } = await ask('POST /api/account/second-factor/confirm', { as: ann, body: { code } })
    expect(codes).toHaveLength(10)
    expect(await ask('GET /api/account', { as: ann })).toMatchObject({ secondFactor: { state: 'on', codesLeft: 10 } })
    expect(await begin(PASSWORD)).toMatchObject({ status: 409, refused: 'exists' })
    const stored = JSON.stringify(await site.server.store.reads.selectFrom('recovery_code').selectAll().execute())
    for (const one of codes as string[]) expect(stored).not.toContain(one) // the route's answer
    expect(stored).not.toContain((codes as string[])[0]?.replaceAll('-', ''))
  })

  test('[AU40] the code is asked for after the right password alone, and opens nothing twice', async () => {
    const { secret } = await equip(await cast.newOperator('Cem', 'operator', []))
    expect(await signIn('cem', { password: 'guess', code: '123456' })).toMatchObject({
      status: 401,
      refused: 'wrong-credentials',
    })
    expect(await signIn('cem')).toMatchObject({ status: 401, refused: 'code-needed', cookies: [] })
    expect(await signIn('cem', { code: '123456' })).toMatchObject({ status: 401, refused: 'wrong-code', cookies: [] })
    const code = await nextCode(secret)
    const answers = await Promise.all([1, 2, 3, 4].map(() => signIn('cem', { code })))
    expect(tally(answers)).toEqual({ 200: 1, 401: 3 })
    expect(await signIn('cem', { code })).toMatchObject({ status: 401, refused: 'wrong-code' })
    expect(await signIn('cem', { code: await nextCode(secret) })).toMatchObject({ status: 200 })
  })

  test('[AU38] a recovery code is good once, and new ones void the former', async () => {
    const uma = await cast.newOperator('Uma', 'operator', [])
    const { secret, codes } = await equip(uma)
    const [one, other] = [must(codes[0]), must(codes[1])]
    const answers = await Promise.all([1, 2].map(() => signIn('uma', { code: one.toUpperCase() })))
    expect(tally(answers)).toEqual({ 200: 1, 401: 1 })
    expect(await ask('GET /api/account', { as: uma })).toMatchObject({ secondFactor: { codesLeft: 9 } })
    const renew = async (code: string) =>
      ask('POST /api/account/second-factor/codes', { as: uma, body: { current: PASSWORD, code } })
    expect(await renew('999999')).toMatchObject({ status: 403, refused: 'wrong-code' })
    const renewed = await renew(await nextCode(secret))
    expect(renewed.codes).toHaveLength(10)
    expect(await signIn('uma', { code: other })).toMatchObject({ status: 401 })
    expect(await signIn('uma', { code: must((renewed.codes as string[])[0]) })).toMatchObject({ status: 200 }) // the route's answer
  })

  test('[AU40] codes are not guessed: their tries are counted, and no right password makes them forgotten', async () => {
    const { secret } = await equip(await cast.newOperator('Gus', 'operator', []))
    for (let i = 0; i < 10; i++) {
      expect(await signIn('gus')).toMatchObject({ refused: 'code-needed' })
      expect(await signIn('gus', { code: `00000${i}` })).toMatchObject({ status: 401 })
    }
    expect(await signIn('gus', { code: await nextCode(secret) })).toMatchObject({ status: 429, refused: 'retry' })
    await site.clock.move(60_000)
    expect(await signIn('gus', { code: await nextCode(secret) })).toMatchObject({ status: 200 })
  })

  test('[AU39] whoever lacks what is demanded of him is sent away, and may set it up and nothing else', async () => {
    const lee = await cast.newOperator('Lee', 'operator', [])
    const socket = await openRawSocket(site.url, { headers: lee.headers })
    socket.say(operatorHello())
    await socket.hears('welcome')
    expect(await demand('everybody')).toEqual({ ok: false, refused: 'second-factor' })
    const { secret: rootSecret } = await equip(cast.root)
    expect(await demand('everybody')).toEqual({ ok: true })
    expect(await socket.ended).toMatchObject({ code: CLOSE.revoked })

    const entered = await signIn('lee')
    expect(entered.status).toBe(200)
    const fresh = { ...lee, headers: { cookie: must(entered.cookies[0]?.split(';')[0]) } }
    expect(await ask('GET /api/start', { as: fresh })).toMatchObject({ signedIn: lee.id, lacksSecondFactor: true })
    for (const label of ['GET /api/sessions', 'GET /api/conversations?list=mine', 'GET /api/invitations'])
      expect(await ask(label, { as: fresh })).toMatchObject({ status: 403, refused: 'second-factor' })
    expect(await ask('POST /commands', { as: fresh, body: { commands: [] } })).toMatchObject({ status: 401 })
    const again = await openRawSocket(site.url, { headers: fresh.headers })
    again.say(operatorHello())
    expect(await again.ended).toMatchObject({ code: CLOSE.revoked })

    const { secret } = await equip(fresh)
    expect(await ask('GET /api/start', { as: fresh })).toMatchObject({ signedIn: lee.id, lacksSecondFactor: false })
    const remove = { as: fresh, body: { current: PASSWORD, code: await nextCode(secret) } }
    expect(await ask('DELETE /api/account/second-factor', remove)).toMatchObject({ status: 409, refused: 'second-factor' })
    expect(await demand('administrators')).toEqual({ ok: true })
    remove.body.code = await nextCode(secret)
    expect(await ask('DELETE /api/account/second-factor', remove)).toMatchObject({ status: 200 })
    expect(await signIn('lee')).toMatchObject({ status: 200 })
    expect(rootSecret).not.toBe(secret)
    await demand('nobody')
  })

  test('[AU39] who is made an administrator where that demands it is sent to set it up', async () => {
    expect(await demand('administrators')).toEqual({ ok: true })
    const joe = await cast.newOperator('Joe', 'operator', [])
    expect(await ask('GET /api/start', { as: joe })).toMatchObject({ lacksSecondFactor: false })
    await cast.run({ type: 'operator.change-role', operator: joe.id, role: 'administrator' }, cast.root.actor)
    expect(await ask('GET /api/start', { as: joe })).toMatchObject({ lacksSecondFactor: true })
    await demand('nobody')
  })

  test('[AU35] it stays when the password is reset, unless whoever makes the link says that it goes', async () => {
    const kay = await cast.newOperator('Kay', 'operator', [])
    await equip(kay)
    const reset = async (clears: string, password: string) => {
      const { link } = await ask(`POST /api/operators/${kay.id}/reset`, { as: cast.ada, body: { clears } })
      const token = new URLSearchParams(new URL(String(link)).hash.slice(1)).get('token')
      expect(await signIn('kay')).not.toMatchObject({ status: 200 })
      expect(await ask('POST /api/reset', { body: { token, password } })).toMatchObject({ status: 200 })
    }
    await reset('nothing', NEW_PASSWORD)
    expect(await signIn('kay', { password: NEW_PASSWORD })).toMatchObject({ status: 401, refused: 'code-needed' })
    await reset('second-factor', `${NEW_PASSWORD}!`)
    expect(await signIn('kay', { password: `${NEW_PASSWORD}!` })).toMatchObject({ status: 200 })
  })

  async function equip(as: OperatorCaller): Promise<{ secret: string; codes: string[] }> {
    const { secret } = await ask('POST /api/account/second-factor', { as, body: { current: PASSWORD } })
    const code = await nextCode(String(secret))
    const confirmed = await ask('POST /api/account/second-factor/confirm', { as, body: { code } })
    expect(confirmed.status).toBe(200)
    return { secret: String(secret), codes: confirmed.codes as string[] } // the route's answer
  }

  async function nextCode(secret: string): Promise<string> {
    await site.clock.move(STEP_MS)
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: site.clock.now() })
  }

  const signIn = (name: string, { password = PASSWORD, ...more }: { password?: string; code?: string } = {}) =>
    ask('POST /api/session', { body: { email: `${name}@example.org`, password, ...more } })
  const demand = (of: 'nobody' | 'administrators' | 'everybody') =>
    cast.run({ type: 'second-factor.demand', of }, cast.root.actor)
})

const tally = (answers: readonly { status: number }[]) => ({
  200: answers.filter(({ status }) => status === 200).length,
  401: answers.filter(({ status }) => status === 401).length,
})
