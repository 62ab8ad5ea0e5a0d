import { expect, test } from 'vitest'
import { emailAddressIn } from './email-address.ts'

test.each([
  ['vera@example.org', 'vera@example.org'],
  ['  vera@example.org\n', 'vera@example.org'],
  ['Vera <vera@example.org>', 'vera@example.org'],
  ['Vera@Example.ORG', 'Vera@example.org'],
  ['vera.v+shop@mail.example.co.uk', 'vera.v+shop@mail.example.co.uk'],
  ["o'hara@example.org", "o'hara@example.org"],
  ['jürgen@bücher.example', 'jürgen@bücher.example'],
  ['vera@xn--bcher-kva.example', 'vera@xn--bcher-kva.example'],
  [`${'v'.repeat(64)}@example.org`, `${'v'.repeat(64)}@example.org`],
])('[BT21][F5] %j gives %j', (text, expected) => {
  expect(emailAddressIn(text)).toBe(expected)
})

test.each([
  '',
  'vera',
  'vera@',
  '@example.org',
  'vera@example',
  'vera@@example.org',
  'vera at example.org',
  'my address is vera@example.org',
  'vera@example.org, bob@example.org',
  '.vera@example.org',
  'vera.@example.org',
  'vera..v@example.org',
  'vera@.example.org',
  'vera@example.',
  'vera@-example.org',
  'vera@example-.org',
  'vera@10.0.0.1',
  'vera@exa mple.org',
  `${'v'.repeat(65)}@example.org`,
  `vera@${'e'.repeat(64)}.org`,
  `vera@${'example.'.repeat(32)}org`,
  '<>',
])('[BT21][F5] %j is no address', (text) => {
  expect(emailAddressIn(text)).toBeNull()
})

test('[BT21][F5] a text made to be slow is answered at once', () => {
  expect(emailAddressIn(`${'<'.repeat(50_000)}@${'a.'.repeat(50_000)}`)).toBeNull()
})
