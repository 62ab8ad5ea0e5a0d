import { expect, test } from 'vitest'
import { frameAncestors, isOnSites } from './site.ts'

test.for([
  ['example.org', 'https://example.org', true],
  ['example.org', 'http://example.org', true],
  ['example.org', 'https://example.org:8443', false],
  ['example.org', 'https://shop.example.org', false],
  ['example.org', 'https://example.org.evil.example', false],
  ['example.org', 'https://notexample.org', false],
  ['example.org', 'null', false],
  ['example.org', 'file://', false],
  ['example.org', '', false],
  ['example.org:8443', 'https://example.org:8443', true],
  ['example.org:8443', 'https://example.org', false],
  ['example.org:443', 'https://example.org', true],
  ['example.org:443', 'http://example.org', false],
  ['*.example.org', 'https://shop.example.org', true],
  ['*.example.org', 'https://a.b.example.org', true],
  ['*.example.org', 'https://example.org', false],
  ['*.example.org', 'https://notexample.org', false],
  ['https://example.org', 'https://example.org', true],
  ['https://example.org', 'http://example.org', false],
  ['https://*.example.org:8443', 'https://shop.example.org:8443', true],
] as const)('[CH44] with %s listed a page of %s may carry the chat: %s', ([site, origin, may]) => {
  expect(isOnSites([site], origin)).toBe(may)
  expect(isOnSites(['other.example', site], origin)).toBe(may)
})

test('[CH44] where none is listed any page may', () => {
  expect(isOnSites([], 'https://anywhere.example')).toBe(true)
  expect(isOnSites([], 'null')).toBe(true)
  expect(frameAncestors([])).toBeUndefined()
})

test('[CH44] browsers are told the same, and this server is among them', () => {
  expect(frameAncestors(['example.org', 'https://*.example.net:8443'])).toBe(
    "'self' http://example.org https://example.org https://*.example.net:8443",
  )
})
