import { expect, test } from 'vitest'
import { rowsOf, withNewest } from './closed-pages.ts'
import { row } from '../conversations/testing-rows.ts'

const closed = (id: string) => row(id, { state: 'closed', at: 1, by: 'visitor', operators: [] })
const page = (next: string | null, ...ids: string[]) => ({ rows: ids.map(closed), next })

test('[CO21] what has closed meanwhile comes on top, and nothing stands twice', () => {
  const pages = withNewest([page('1', 'c', 'b'), page(null, 'a')], page('x', 'd', 'c'))
  expect(rowsOf(pages).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a'])
  expect(pages.map(({ next }) => next)).toEqual(['1', null])
})

test('[CO21] where more have closed than a page holds, nothing between is left out', () => {
  expect(withNewest([page('1', 'b'), page(null, 'a')], page('x', 'e', 'd'))).toEqual([page('x', 'e', 'd')])
  expect(withNewest([page(null)], page(null, 'a'))).toEqual([page(null, 'a')])
})
