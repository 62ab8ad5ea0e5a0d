import { expect, test } from 'vitest'
import { openTitleCount } from './title-count.ts'

test.each([
  ['Bowls', 'Bowls', 'a title without a count'],
  ['(1) Bowls', 'Bowls', 'a title that the site kept and put back'],
  ['(1) (1) Bowls', 'Bowls', 'one that was counted twice'],
  ['(2) (1) Bowls', 'Bowls', 'one that was kept while another count stood'],
  ['(1) Bowls, page 2', 'Bowls, page 2', 'another title, made of the one with the count'],
  ['(7) Orders', '(7) Orders', 'a count of the site itself'],
  ['(1)Bowls', '(1)Bowls', 'what only looks like ours'],
])('[WG35] of "%s" the site\'s own title is "%s": %s', (shown, own) => {
  const title = openTitleCount()
  expect([title.counted('Bowls', 1), title.counted('Bowls', 2)]).toEqual(['(1) Bowls', '(2) Bowls'])
  expect(title.ownTitle(shown)).toBe(own)
})

test('[WG35] before a count was shown none is ours, and none is shown for nothing', () => {
  const title = openTitleCount()
  expect(title.ownTitle('(1) Inbox')).toBe('(1) Inbox')
  expect(title.counted('Inbox', 0)).toBe('Inbox')
})
