import { expect, test } from 'vitest'
import { isSite, readSite } from './sites.ts'

test.for([
  ['example.org', 'example.org'],
  [' Shop.Example.ORG ', 'shop.example.org'],
  ['*.example.org', '*.example.org'],
  ['https://example.org', 'https://example.org'],
  ['https://example.org/', 'https://example.org'],
  ['http://*.example.org:8080', 'http://*.example.org:8080'],
  ['example.org:08443', 'example.org:8443'],
  ['localhost:3000', 'localhost:3000'],
  ['intranet', 'intranet'],
  ['192.168.1.5', '192.168.1.5'],
  ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
] as const)('[CH43] %s is the site %s', ([text, site]) => {
  expect(readSite(text)).toEqual({ state: 'read', site })
  expect(isSite(site)).toBe(true)
})

test.for([
  ['', 'not-a-site'],
  ['example..org', 'not-a-site'],
  ['.example.org', 'not-a-site'],
  ['example.org.', 'not-a-site'],
  ['-example.org', 'not-a-site'],
  ['exa mple.org', 'not-a-site'],
  ['ftp://example.org', 'not-a-site'],
  ['example.org:0', 'not-a-site'],
  ['example.org:65536', 'not-a-site'],
  ['example.org:port', 'not-a-site'],
  ['vera@example.org', 'not-a-site'],
  ['[::1]', 'not-a-site'],
  ["example.org; script-src 'unsafe-inline'", 'not-a-site'],
  ['example.org, *', 'not-a-site'],
  ["'self'", 'not-a-site'],
  [`${'a'.repeat(64)}.org`, 'not-a-site'],
  [`${'a.'.repeat(130)}org`, 'not-a-site'],
  ['x'.repeat(100_000), 'not-a-site'],
  ['sh*p.example.org', 'not-a-site'],
  ['https://example.org/shop', 'more-than-a-site'],
  ['example.org?a=b', 'more-than-a-site'],
  ['*', 'too-wide'],
  ['*.org', 'too-wide'],
  ['https://*.com', 'too-wide'],
  ['münchen.example', 'not-in-ascii'],
] as const)('[CH43] %s is none: %s', ([text, fault]) => {
  expect(readSite(text)).toEqual({ state: 'faulty', fault })
  expect(isSite(text)).toBe(false)
})

test('[CH43] the server takes a site only as it is written here', () => {
  for (const text of ['Example.org', ' example.org', 'example.org/', 'example.org:08443']) expect(isSite(text)).toBe(false)
})
