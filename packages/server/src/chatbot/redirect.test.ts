import { expect, test } from 'vitest'
import { isWebLink, landingOf, type Landing } from './redirect.ts'

const page = 'https://shop.example/prices?plan=2#top'
const hosts = ['shop.example', 'Help.Example']

test.each<[link: string, expected: Landing]>([
  ['#details', 'same-page'],
  ['https://shop.example/prices?plan=2', 'same-page'],
  ['?plan=2', 'same-page'],
  ['?plan=3', 'same-site'],
  ['/', 'same-site'],
  ['documents', 'same-site'],
  ['http://shop.example/prices?plan=2', 'same-site'],
  ['https://help.example/', 'same-site'],
  ['//help.example/start', 'same-site'],
  ['https://www.shop.example/', 'external'],
  ['https://other.example/shop.example', 'external'],
])('[BT20][F4] from a page of the shop, %s is %s', (link, expected) => {
  expect(landingOf(link, { page, hosts })).toBe(expected)
})

test('[BT20][F4] the host of the page is of the site though nobody listed it', () => {
  expect(landingOf('/prices', { page: 'https://new.example/', hosts: [] })).toBe('same-site')
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
