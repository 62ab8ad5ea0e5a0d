import { expect, test } from 'vitest'
import { draftedSites } from './drafted-sites.ts'

test('[CO55] empty lines say nothing, and a site is said once', () => {
  expect(draftedSites(['', 'Example.org', ' ', 'example.org', '*.example.org/'])).toEqual({
    state: 'whole',
    sites: ['example.org', '*.example.org'],
  })
  expect(draftedSites([])).toEqual({ state: 'whole', sites: [] })
})

test('[CO55] the first line that is no site is named, with what is wrong with it', () => {
  expect(draftedSites(['example.org', '', ' example.org/shop', '*'])).toEqual({
    state: 'faulty',
    line: 3,
    written: 'example.org/shop',
    fault: 'more-than-a-site',
  })
})

test('[CO55] more sites than a channel may have are counted', () => {
  const lines = Array.from({ length: 31 }, (_, i) => `shop-${i}.example`)
  expect(draftedSites(lines.slice(1)).state).toBe('whole')
  expect(draftedSites(lines)).toEqual({ state: 'too-many', count: 31 })
})
