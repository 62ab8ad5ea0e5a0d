import { expect, test } from 'vitest'
import { siteNameOf } from './site-name-of.ts'

test.each([
  ['hanne@barroesal.example', 'barroesal.example'],
  [' Hanne@Shop.Barroesal.EXAMPLE ', 'shop.barroesal.example'],
  ['hanne@gmail.com', ''],
  ['hanne@yahoo.co.uk', ''],
  ['hanne@', ''],
  ['hanne@localhost', ''],
  ['hanne', ''],
])('[CO98] of %s the site may be called %j', (email, site) => {
  expect(siteNameOf(email)).toBe(site)
})
