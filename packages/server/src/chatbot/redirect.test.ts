import { expect, test } from 'vitest'
import { isWebLink, landingOf, type Landing } from './redirect.ts'

const page = 'https://shop.example/prices?plan=2#top'
const hosts = ['shop.example', 'Help.Example', 'wiki.example:8443']

test.each<[link: string, expected: Landing]>([
  ['#details', 'same-page'],
  ['https://shop.example/prices?plan=2', 'same-page'],
  ['?plan=2', 'same-page'],
  ['?plan=3', 'same-page'],
  ['?', 'same-page'],
  ['/prices?other=1#top', 'same-page'],
  ['/', 'same-site'],
  ['documents', 'same-site'],
  ['http://shop.example/prices?plan=2', 'same-site'],
  ['https://help.example/', 'same-site'],
  ['//help.example/start', 'same-site'],
  // Odoo 19, chatbot_service: another origin leaves the site; of one origin, another path is waited for.
  ['https://shop.example:8443/', 'external'],
  ['https://shop.example:8443/prices?plan=2', 'external'],
  ['https://shop.example:443/', 'same-site'],
  ['http://shop.example:80/', 'same-site'],
  ['https://wiki.example:8443/', 'same-site'],
  ['https://wiki.example/', 'external'],
  ['https://help.example:8443/', 'external'],
  ['https://www.shop.example/', 'external'],
  ['https://other.example/shop.example', 'external'],
])('[BT20][F4] from a page of the shop, %s is %s', (link, expected) => {
  expect(landingOf(link, { page, hosts })).toBe(expected)
})

test('[BT20][F4] the host of the page is of the site though nobody listed it', () => {
  expect(landingOf('/prices', { page: 'https://new.example/', hosts: [] })).toBe('same-site')
})

test('[BT20][F4] from a page on another port, that port is the site', () => {
  const from = { page: 'https://shop.example:8443/prices', hosts: [] }
  expect(landingOf('/', from)).toBe('same-site')
  expect(landingOf('https://shop.example/', from)).toBe('external')
})

test.each([
  ['https://shop.example/prices', true],
  ['http://shop.example', true],
  ['/', true],
  ['#details', true],
  ['?plan=2', true],
  ['documents/start', true],
  ['', false],
  [' /', false],
  ['javascript:alert(1)', false],
  ['JavaScript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['data:text/html,hello', false],
  ['mailto:ann@example.org', false],
  ['file:///etc/passwd', false],
  ['https://', false],
])('[BT5][F4] whether %j is a link to the web: %s', (link, expected) => {
  expect(isWebLink(link)).toBe(expected)
})
