import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressOf, isForwardedSecure, parseProxies, prefixOf, unreadableHopOf } from './address.ts'

const PROXY = '10.0.0.1'
const trusted = parseProxies('10.0.0.0/8, fd00::/8')

const asked = (forwardedFor: string | undefined, { peer = PROXY, proto }: { peer?: string; proto?: string } = {}) =>
  ({
    headers: { 'x-forwarded-for': forwardedFor, 'x-forwarded-proto': proto },
    socket: { remoteAddress: peer },
  }) as unknown as IncomingMessage // all that is read of it

test.for([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:40007', '203.0.113.7'],
  ['"203.0.113.7:40007"', '203.0.113.7'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:4711', '2001:db8::1'],
  ['"[2001:db8::1]:4711"', '2001:db8::1'],
  ['2001:DB8::00A1', '2001:db8::a1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['[fe80::1%25eth0]:80', 'fe80::1'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['[::FFFF:203.0.113.7]:40007', '203.0.113.7'],
  [' \t203.0.113.7 ,\t', '203.0.113.7'],
  ['198.51.100.1, 203.0.113.7:1, [fd00::2]:443, 10.0.0.9:80', '203.0.113.7'],
] as const)('[WR90] an address as gateways write it is read: %s', ([written, address]) => {
  expect(addressOf(asked(written), trusted)).toBe(address)
  expect(unreadableHopOf(asked(written), trusted)).toBeUndefined()
})

test.for([
  'unknown',
  '_hidden',
  '203.0.113',
  '0xcb007107',
  '203.0.113.7:port',
  '203.0.113.7:123456',
  '2001:db8::1::2',
  '[2001:db8::1',
  '[]',
  '""',
  'shop.example',
  '203.0.113.7 198.51.100.1',
  '1'.repeat(15_000),
  '['.repeat(15_000),
])('[WR91] what is no address counts for the proxy that wrote it: %#', (written) => {
  expect(addressOf(asked(written), trusted)).toBe(PROXY)
  expect(unreadableHopOf(asked(written), trusted)).toBe(written)
  expect(addressOf(asked(`${written}, 10.0.0.2`), trusted)).toBe('10.0.0.2')
  expect(prefixOf(addressOf(asked(written), trusted))).toBe(PROXY)
})

test('[WR91] what nobody trusted wrote is not read at all', () => {
  expect(addressOf(asked('nonsense', { peer: '198.51.100.1' }), trusted)).toBe('198.51.100.1')
  expect(unreadableHopOf(asked('nonsense', { peer: '198.51.100.1' }), trusted)).toBeUndefined()
  expect(unreadableHopOf(asked('nonsense, 198.51.100.1'), trusted)).toBeUndefined()
})

test('[WR90] of a list of ten thousand hops as many are read as proxies could stand in a row', () => {
  expect(addressOf(asked(`${'198.51.100.1,'.repeat(10_000)}203.0.113.7`), trusted)).toBe('203.0.113.7')
  expect(addressOf(asked(`${'198.51.100.1,'.repeat(10_000)}${'10.0.0.2,'.repeat(31)}10.0.0.3`), trusted)).toBe('10.0.0.2')
  expect(addressOf(asked(','.repeat(10_000)), trusted)).toBe(PROXY)
  expect(addressOf(asked(`203.0.113.7${','.repeat(10_000)}`), trusted)).toBe('203.0.113.7')
})

test.for([
  ['203.0.113.7', 'https', true],
  ['203.0.113.7', 'http', false],
  ['203.0.113.7', 'HTTPS', true],
  ['203.0.113.7', '"https"', true],
  ['203.0.113.7', 'wss', true],
  ['203.0.113.7', 'https, http', false],
  ['203.0.113.7', 'http, https', true],
  ['203.0.113.7, 10.0.0.2', 'https, http', true],
  ['203.0.113.7, 10.0.0.2', 'http, https, http', true],
  ['203.0.113.7, 10.0.0.2', 'https, http, http', false],
  ['203.0.113.7, 10.0.0.2', 'https', true],
  [undefined, 'https', true],
  [undefined, '', false],
] as const)('[WR92] from %s by way of %s: secure is what the outermost trusted proxy says', ([written, proto, secure]) => {
  expect(isForwardedSecure(asked(written, { proto }), trusted)).toBe(secure)
  expect(isForwardedSecure(asked(written, { proto, peer: '198.51.100.1' }), trusted)).toBe(false)
})
