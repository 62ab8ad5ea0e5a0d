import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { ChannelId, IdentityKeyId } from '@portico/protocol/ids'
import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { readIdentityToken, type CheckingKey } from './read-identity-token.ts'

const CHANNEL = 'main' as ChannelId // within an id's alphabet
const AT = Date.parse('2026-11-27T10:00:00Z')
const SECRET = 'c2VjcmV0LW9mLXRoZS1zaG9wLTMyLWJ5dGVzLWxvbmch'
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const edwards = generateKeyPairSync('ed25519')
const pemOf = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()
const keyOf = (id: string, algorithm: CheckingKey['algorithm'], material: string): CheckingKey => ({
  id: id as IdentityKeyId, // within an id's alphabet
  algorithm,
  material,
})
const shared = keyOf('shared', 'HS256', SECRET)
const rsa = keyOf('rsa', 'RS256', pemOf(publicKey))
const keys = [shared, rsa, keyOf('ec', 'ES256', pemOf(elliptic.publicKey)), keyOf('ed', 'EdDSA', pemOf(edwards.publicKey))]

type Said = Record<string, unknown>
const seconds = (at: number) => Math.floor(at / 1000)
const CLAIMS = { sub: 'u-7', aud: CHANNEL, iat: seconds(AT), exp: seconds(AT) + 300, name: 'Vera', email: 'vera@example.org' }
const sign = (
  changes: Said = {},
  { alg = 'HS256', key = new TextEncoder().encode(SECRET) }: { alg?: string; key?: Uint8Array | KeyObject } = {},
) => new SignJWT({ ...CLAIMS, ...changes }).setProtectedHeader({ alg }).sign(key)
const read = (token: string, of: readonly CheckingKey[] = keys) =>
  readIdentityToken(token, { keys: of, channel: CHANNEL, at: AT })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each([
  ['HS256', new TextEncoder().encode(SECRET), 'shared'],
  ['RS256', privateKey, 'rsa'],
  ['ES256', elliptic.privateKey, 'ec'],
  ['EdDSA', edwards.privateKey, 'ed'],
])('[CU1] a token that is signed by %s says who its sub is', async (alg, key, id) => {
  const attributes = { plan: 'gold', orders: 3, trusted: true }
  expect(await read(await sign({ attributes }, { alg, key }))).toEqual({
    state: 'read',
    key: id,
    signedAt: AT,
    claims: { sub: 'u-7', name: 'Vera', email: 'vera@example.org', attributes },
  })
})

const unsigned = `${part({ alg: 'none' })}.${part(CLAIMS)}.`
/** Signed with the public key as if it were a secret: whoever lets the token choose the algorithm believes it. */
const confused = () => {
  const said = `${part({ alg: 'HS256' })}.${part(CLAIMS)}`
  return `${said}.${createHmac('sha256', rsa.material).update(said).digest('base64url')}`
}

test.each<[says: string, token: () => string | Promise<string>]>([
  ['alg none', () => unsigned],
  ['alg none in other letters', () => unsigned.replace(/^[^.]*/, part({ alg: 'NoNe' }))],
  ['alg none with a signature', async () => `${unsigned}${(await sign()).split('.')[2]}`],
  ['no signature', async () => (await sign()).replace(/[^.]*$/, '')],
  ['the secret of somebody else', () => sign({}, { key: new TextEncoder().encode('another-secret-of-32-bytes-and-more') })],
  [
    'the private key of somebody else',
    () => sign({}, { alg: 'RS256', key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey }),
  ],
  ['a public key for a secret', confused],
  ['another algorithm of the same secret', () => sign({}, { alg: 'HS512', key: new TextEncoder().encode(SECRET.repeat(2)) })],
  ['another channel', () => sign({ aud: 'other' })],
  ['no channel', () => sign({ aud: undefined })],
  ['nobody', () => sign({ sub: undefined })],
  ['a blank sub', () => sign({ sub: ' ' })],
  ['a sub of 201 characters', () => sign({ sub: 's'.repeat(201) })],
  ['a sub that is a number', () => sign({ sub: 7 })],
  ['no end', () => sign({ exp: undefined })],
  ['an end that is past', () => sign({ exp: seconds(AT) - 31 })],
  ['an end that is a word', () => sign({ exp: 'tomorrow' })],
  ['no instant of signing', () => sign({ iat: undefined })],
  ['an instant of signing to come', () => sign({ iat: seconds(AT) + 31 })],
  ['a beginning to come', () => sign({ nbf: seconds(AT) + 31 })],
  ['a name of 81 characters', () => sign({ name: 'n'.repeat(81) })],
  ['what is no address', () => sign({ email: 'vera' })],
  ['31 attributes', () => sign({ attributes: Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`a${i}`, i])) })],
  ['an attribute that is an object', () => sign({ attributes: { plan: { is: 'gold' } } })],
  ['an e-mail address alone', () => 'vera@example.org'],
  ['nothing', () => ''],
  ['points', () => '..'],
  ['JSON', () => JSON.stringify(CLAIMS)],
])('[CU2] a token with %s identifies nobody', async (_says, token) => {
  expect(await read(await token())).toMatchObject({ state: 'refused', because: expect.any(String) })
})

test('[CU2] of 1,000 mutated tokens none identifies anybody', async () => {
  const token = await sign()
  let seed = 7
  const next = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
  const bitsOf = (text: string) =>
    text
      .split('.')
      .map((each) => Buffer.from(each, 'base64url').toString('hex'))
      .join('.')
  const taken: string[] = []
  let tried = 0
  while (tried < 1000) {
    const at = next(token.length)
    const letter = ALPHABET[next(ALPHABET.length)] ?? ''
    const how = next(3)
    const mutated = token.slice(0, at) + (how === 1 ? '' : letter) + token.slice(how === 2 ? at : at + 1)
    // The last letters of a part may stand for the same bits: that is the same token.
    if (bitsOf(mutated) === bitsOf(token)) continue
    tried++
    if ((await read(mutated)).state === 'read') taken.push(mutated)
  }
  expect(taken).toEqual([])
  expect((await read(token)).state).toBe('read')
})

test('[CU3] each key is tried, so that an old and a new one hold side by side; without any nobody is identified', async () => {
  const fresh = keyOf('fresh', 'HS256', 'b'.repeat(43))
  const token = await sign()
  expect(await read(token, [fresh, shared])).toMatchObject({ state: 'read', key: 'shared' })
  expect(await read(token, [fresh])).toMatchObject({ state: 'refused' })
  expect(await read(token, [])).toMatchObject({ state: 'refused' })
})

test('[CU2] clocks may lie 30 seconds apart, and no more', async () => {
  expect(await read(await sign({ iat: seconds(AT) + 30 }))).toMatchObject({ state: 'read' })
  expect(await read(await sign({ exp: seconds(AT) - 29 }))).toMatchObject({ state: 'read' })
})
