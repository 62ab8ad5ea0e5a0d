import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLinks } from './find-links.ts'

const urls = (text: string) => findLinks(text).flatMap(({ url }) => url ?? [])

test.each([
  ['an address', 'see https://shop.example/x?y=1#z.', ['https://shop.example/x?y=1#z']],
  ['an address without its scheme', 'www.example.com', ['https://www.example.com']],
  ['a plain one, as it was written', 'http://example.com', ['http://example.com']],
  ['a mail address', 'mail ann@shop.example', ['mailto:ann@shop.example']],
  ['several', 'https://a.example and https://b.example', ['https://a.example', 'https://b.example']],
])('[CL52][WG15][CO23][A26] %s is a link', (_name, text, expected) => {
  expect(urls(text)).toEqual(expected)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox',
  'file:///etc/passwd',
  'ftp://a.example/x',
  '//evil.example/x',
  'blob:null/1',
])('[CL52][WG15][CO23][A26][H7] %j leads nowhere', (text) => {
  expect(urls(text)).toEqual([])
})

test.each([
  ['an override', 'https://shop.example/\u202Egpj.exe'],
  ['an isolate', 'https://shop.example/\u2066x'],
  ['a mark', 'https://shop\u200F.example/'],
])('[CL52][WG15][CO23][H7] %s of the reading direction makes no link of its address', (_name, text) => {
  expect(urls(text).some((url) => /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(url))).toBe(false)
  expect(findLinks(text).every((piece) => !piece.url || piece.text === piece.url)).toBe(true)
})

test('[CL52][WG15][CO23][H7] a user name before the host does not pass for the host', () => {
  expect(urls('https://shop.example@evil.example/login')).not.toContainEqual(expect.stringContaining('evil'))
})

test.each(['Thanks.it is late', 'so ok.so be it', 'index.js', 'shop.example/bowls', 'e.g.the rim', 'Barro.sal'])(
  '[CL52][WG15][A26] %j is a sentence: nobody meant an address',
  (text) => {
    expect(urls(text)).toEqual([])
  },
)

test.each([
  ['a Cyrillic a', 'https://\u0430pple.com/id', 'xn--pple-43d.com'],
  ['a word that is Cyrillic from end to end', 'https://\u0441\u0430\u0440.com', 'xn--80a6ab.com'],
  ['letters of two alphabets', 'http://p\u03b1ypal.com', 'xn--pypal-d9d.com'],
  ['a dotless i', 'https://pa\u0131pal.com', 'xn--papal-o4a.com'],
  ['a slash that is none', 'https://shop.example\u2044login.evil.example', 'shop.xn--examplelogin-xk0g.evil.example'],
  ['letters of full width', 'https://\uff53\uff48\uff4f\uff50.example', 'shop.example'],
  ['a number that is an address', 'http://2130706433/', '127.0.0.1'],
  ['a mail address', 'ann@\u0430pple.com', 'xn--pple-43d.com'],
])('[CL55][WG103][CO23][H7] with %s the host is said in plain letters too', (_name, text, host) => {
  expect(
    findLinks(text)
      .filter(({ url }) => url)
      .map((piece) => piece.host),
  ).toEqual([host])
})
test.each([
  'https://shop.example/\u0430',
  'https://SHOP.example:8443/x',
  'https://m\u00fcnchen.example',
  'https://\u4f8b\u3048.jp',
  'https://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444',
  'https://xn--pple-43d.com',
  'http://[::1]/',
  'mailto:ann@shop.example',
])('[CL55] %s reads as what it is', (text) => {
  expect(findLinks(text).map(({ url, host }) => [url !== undefined, host])).toEqual([[true, undefined]])
})

test('[CL52][WG15][CO23][A26][H7] nothing is changed or left out, whatever was written', () => {
  const written = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('https://a.example/', ' <b>', 'javascript:', '\u202E', '@b.example')),
  )
  fc.assert(
    fc.property(written, (parts) => {
      const pieces = findLinks(parts.join(''))
      expect(pieces.map(({ text }) => text).join('')).toBe(parts.join(''))
      for (const { url } of pieces) expect(url ?? 'https:').toMatch(/^(https?|mailto):/i)
    }),
  )
})

test('[CL52][CO23] of a text full of links the first two hundred lead somewhere', () => {
  expect(urls('https://x.example '.repeat(400))).toHaveLength(200)
})
