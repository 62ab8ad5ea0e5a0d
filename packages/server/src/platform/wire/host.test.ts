import { expect, test } from 'vitest'
import { isLoopback, isPrivate, originFrom } from './host.ts'

test.for([
  ['chat.example.org', 'https://chat.example.org'],
  ['Chat.Example.org:443', 'https://chat.example.org'],
  ['chat.example.org:8443', 'https://chat.example.org:8443'],
  ['127.0.0.1:4400', 'https://127.0.0.1:4400'],
  ['[::1]:4400', 'https://[::1]:4400'],
  ['portico_1', 'https://portico_1'],
] as const)('[WR94] a host is written as browsers write it: %s', ([host, origin]) => {
  expect(originFrom(host, 'https')?.origin).toBe(origin)
})

test.for([
  '',
  'a b',
  'a;b',
  "a'b",
  'a,b',
  'a/b',
  'a?b',
  'a#b',
  'user@host',
  'a:99999',
  'a:b',
  '[::1',
  '*',
  'é.example',
  'x'.repeat(400),
  '<script>',
])('[WR94] what no Host header holds is none: %s', (host) => {
  expect(originFrom(host, 'https')).toBeUndefined()
})

test.for([
  ['localhost:4400', 'loopback'],
  ['chat.localhost', 'loopback'],
  ['127.0.0.1', 'loopback'],
  ['127.1.2.3:80', 'loopback'],
  ['[::1]', 'loopback'],
  ['[::ffff:127.0.0.1]', 'loopback'],
  ['0.0.0.0:4400', 'loopback'],
  ['10.1.2.3', 'private'],
  ['192.168.1.5:4400', 'private'],
  ['172.16.0.1', 'private'],
  ['169.254.1.1', 'private'],
  ['100.64.0.9', 'private'],
  ['[fd12::1]', 'private'],
  ['[fe80::1]', 'private'],
  ['portico:4400', 'private'],
  ['nas.local', 'private'],
  ['chat.internal', 'private'],
  ['chat.home.arpa', 'private'],
  ['chat.example.org', 'public'],
  ['localhost.example.org', 'public'],
  ['notlocalhost', 'private'],
  ['local.example', 'public'],
  ['203.0.113.7', 'public'],
  ['[2001:db8::1]', 'public'],
  ['10.1.2.3.example.org', 'public'],
] as const)('[WR95] %s is %s', ([host, kind]) => {
  const url = originFrom(host, 'http')
  const found = url && (isLoopback(url) ? 'loopback' : isPrivate(url) ? 'private' : 'public')
  expect(found).toBe(kind)
  expect(url && isPrivate(url)).toBe(kind !== 'public')
})
