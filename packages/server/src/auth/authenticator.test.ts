import { expect, test } from 'vitest'
import { mintSecret, stepOf, uriOf } from './authenticator.ts'

// The secret of RFC 6238's examples; its codes have eight digits, of which ours are the last six.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('[AU38] codes are those of RFC 6238', () => {
  expect(stepOf({ secret: SECRET, code: '287082', at: 59_000 })).toBe(1)
  expect(stepOf({ secret: SECRET, code: '081 804', at: 1_111_111_109_000 })).toBe(37037036)
  expect(stepOf({ secret: SECRET, code: '005924', at: 1_234_567_890_000 })).toBe(41152263)
})

test('[AU38] a code is good for one step before and after its own, and no longer', () => {
  const at = 1_234_567_890_000
  const accepted = [-2, -1, 0, 1, 2].map((steps) => stepOf({ secret: SECRET, code: '005924', at: at + steps * 30_000 }))
  expect(accepted).toEqual([undefined, 41152263, 41152263, 41152263, undefined])
  for (const code of ['', '12345', '1234567', 'abcdef', '００５９２４'])
    expect(stepOf({ secret: SECRET, code, at })).toBeUndefined()
})

test('[AU38] a secret has 160 bits, and its picture names the site and the account', () => {
  expect(mintSecret()).toMatch(/^[A-Z2-7]{32}$/)
  const uri = new URL(uriOf({ secret: SECRET, email: 'ann@example.org', issuer: 'Barro e Sal' }))
  expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual(['otpauth:', 'totp', '/Barro e Sal:ann@example.org'])
  expect(uri.searchParams.get('secret')).toBe(SECRET)
})
