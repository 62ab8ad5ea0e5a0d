import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageAddress, pageTitle } from './page-address.ts'

const GROWTH_MAX = 2.5
/** Under this the machine's neighbours are all that is measured; what is quadratic takes seconds. */
const NOTHING_MS = 250
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'
const HEX = '9f86d081884c7d659a2feaa0c55ad015'
const BASE64 = 'q8Zt-3vJx_Lk9PwRm2Yd7HsGf5NcBaUe4ToVi1Xj0Kz'

test.for([
  ['https://shop.example/bowls', 'https://shop.example/bowls'],
  ['https://shop.example/bowls?colour=red&size=24', 'https://shop.example/bowls?colour=red&size=24'],
  ['https://shop.example/#access_token=abc', 'https://shop.example/'],
  ['https://shop.example/a?b=1#/cart?token=x', 'https://shop.example/a?b=1'],
  ['https://vera:pass@shop.example/a', 'https://shop.example/a'],
  ['https://vera@other@shop.example/a@b', 'https://shop.example/a@b'],
  ['https://shop.example/a?token=abc', 'https://shop.example/a?token=*'],
  ['https://shop.example/a?x=1&access_token=abc&y=2', 'https://shop.example/a?x=1&access_token=*&y=2'],
  ['https://shop.example/a?accessToken=abc;Api-Key=1;apikey=2', 'https://shop.example/a?accessToken=*;Api-Key=*;apikey=*'],
  ['https://shop.example/a?PHPSESSID=1&jsessionid=2&sid=3', 'https://shop.example/a?PHPSESSID=*&jsessionid=*&sid=*'],
  ['https://shop.example/a?key=1&secretKey=1&code=2&resetCode=3', 'https://shop.example/a?key=*&secretKey=*&code=*&resetCode=*'],
  ['https://shop.example/a?pwd=1&password=2&pass=3&passwd=4', 'https://shop.example/a?pwd=*&password=*&pass=*&passwd=*'],
  ['https://shop.example/a?sig=1&X-Amz-Signature=2&auth=3&jwt=4', 'https://shop.example/a?sig=*&X-Amz-Signature=*&auth=*&jwt=*'],
  ['https://shop.example/a?email=vera&e-mail=x&userEmail=y', 'https://shop.example/a?email=*&e-mail=*&userEmail=*'],
  ['https://shop.example/a?to%6ben=abc', 'https://shop.example/a?to%6ben=*'],
  ['https://shop.example/a?token=', 'https://shop.example/a?token='],
  ['https://shop.example/a?token', 'https://shop.example/a?token'],
  ['https://shop.example/a?q=vera%40shop.example', 'https://shop.example/a?q=*'],
  ['https://shop.example/a?q=vera@shop.example', 'https://shop.example/a?q=*'],
  [`https://shop.example/a?q=${JWT}`, 'https://shop.example/a?q=*'],
  [`https://shop.example/a?${JWT}`, 'https://shop.example/a?*'],
  [`https://shop.example/a?q=${HEX}&p=${HEX.toUpperCase()}`, 'https://shop.example/a?q=*&p=*'],
  [`https://shop.example/a?q=${BASE64}`, 'https://shop.example/a?q=*'],
  [`https://shop.example/a?q=${BASE64}=`, 'https://shop.example/a?q=*'],
  [`https://shop.example/a?${BASE64}=`, 'https://shop.example/a?*'],
  [`https://shop.example/reset/${BASE64}/now`, 'https://shop.example/reset/*/now'],
  [`https://shop.example/reset/${HEX}`, 'https://shop.example/reset/*'],
  ['https://shop.example/unsubscribe/vera@shop.example', 'https://shop.example/unsubscribe/*'],
  ['https://shop.example/a;jsessionid=1A2B/b', 'https://shop.example/a;jsessionid=*/b'],
  ['https://shop.example/in?next=%2Fa%3Ftoken%3Dabc', 'https://shop.example/in?next=*'],
  ['https://shop.example/in?next=https://x.example/a%3Fy=1%26code=2', 'https://shop.example/in?next=*'],
  ['https://shop.example/in?next=%2Fa%3Fnext%3D%252Fb%253Ftoken%253Dx', 'https://shop.example/in?next=*'],
  ['https://shop.example/in?next=%2Fbowls%3Fcolour%3Dred', 'https://shop.example/in?next=%2Fbowls%3Fcolour%3Dred'],
  ['https://shop.example/a?q=100%&token=x', 'https://shop.example/a?q=100%&token=*'],
  ['file:///home/vera/a.html?token=x', 'file:///home/vera/a.html?token=*'],
  ['data:text/html,secrets', 'data:'],
  ['blob:https://shop.example/9f86d081', 'blob:'],
  ['/bowls?token=x', '/bowls?token=*'],
  ['what came, whatever it is', 'what came, whatever it is'],
  ['', ''],
] as const)('[CH40] of %s leaves the page %s', ([url, address]) => {
  expect(pageAddress(url, 'masked')).toBe(address)
})

test.for([
  'https://shop.example/The-Best-Serving-Bowls-Of-2024-And-Where-They-Are-Made',
  'https://shop.example/wiki/List_of_potteries_in_the_North_of_Portugal_1789_to_2024',
  'https://shop.example/p/123e4567-e89b-12d3-a456-426614174000',
  'https://shop.example/orders/20261126000123456789012345',
  'https://shop.example/@barro/bowls?at=@41.15,-8.61',
  'https://shop.example/a?author=eca&authors=2&keyword=bowl&keywords=b&design=1&monkey=2&compass=n&utm_source=mail-2024',
])('[CH40] what an operator wants to read stays: %s', (url) => {
  expect(pageAddress(url, 'masked')).toBe(url)
})

test('[CH41] where the channel says so the query goes as a whole, and the path is masked all the same', () => {
  expect(pageAddress(`https://shop.example/reset/${HEX}?colour=red#b`, 'dropped')).toBe('https://shop.example/reset/*')
  expect(pageAddress('?a=b', 'dropped')).toBe('')
})

test('[CH42] a title that holds an e-mail address or a secret is told without it', () => {
  expect(pageTitle('Inbox (3) – vera@shop.example')).toBe('Inbox (3) – *')
  expect(pageTitle(`Key ${HEX}`)).toBe('Key *')
  expect(pageTitle('Serving bowl, Ø 24 cm | Barro e Sal')).toBe('Serving bowl, Ø 24 cm | Barro e Sal')
})

test('[CH40] whatever the address, nothing gets longer and a second time changes nothing', () => {
  const piece = fc.oneof(
    fc.constantFrom('?', '&', ';', '#', '=', '/', '@', '%', '%3D', '+', '//', ':', 'token', 'code', 'eyJ', '.', HEX, BASE64),
    fc.string({ maxLength: 6 }),
  )
  const url = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(url, fc.constantFrom('masked' as const, 'dropped' as const), (any, query) => {
      const once = pageAddress(any, query)
      expect(once.length).toBeLessThanOrEqual(any.length)
      expect(once).not.toContain('#')
      expect(pageAddress(once, query)).toBe(once)
      expect(pageTitle(pageTitle(any))).toBe(pageTitle(any))
    }),
    { numRuns: 2000 },
  )
})

test.for(['@', '.', '%', 'a@', '=', '&', 'eyJ', 'eyJa.', 'a1', '/', ';', '?a=', '%253D', '-', 'https://', 'x:', ' '])(
  '[CH40] a hostile address takes time in proportion to its length: %j',
  (piece) => {
    const taken = (length: number) => {
      const url = `https://a/?q=${piece.repeat(length / piece.length)}`
      const begun = performance.now()
      pageAddress(url, 'masked')
      pageTitle(url)
      return performance.now() - begun
    }
    const [half, whole] = [Math.min(taken(32_768), taken(32_768)), Math.min(taken(65_536), taken(65_536))]
    expect(whole > NOTHING_MS && whole / half > GROWTH_MAX ? [half, whole] : []).toEqual([])
  },
)
