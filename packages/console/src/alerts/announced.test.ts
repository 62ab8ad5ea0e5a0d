import type { ConversationId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { requested, row } from '../conversations/testing-rows.ts'
import { announce, nameOf, readAnnounced, writeAnnounced } from './announced.ts'

const ids = (...names: string[]) => names as ConversationId[] // ids of the tests

test('[CO26][E16] a request is announced once, also after a page load', () => {
  const first = announce([], ids('a', 'b'))
  expect(first.fresh).toEqual(['a', 'b'])
  const stored = writeAnnounced(first.remembered)
  expect(announce(readAnnounced(stored), ids('a', 'b', 'c')).fresh).toEqual(['c'])
})

test('[CO26][E16] memory is bounded and forgets the oldest', () => {
  const many = ids(...Array.from({ length: 600 }, (_, index) => `request-${index}`))
  const { remembered } = announce([], many)
  expect(remembered).toHaveLength(500)
  expect(remembered.at(-1)).toBe('request-599')
})

test('[CO26] what is a request again calls again, and once', () => {
  const asked = row('a', requested(1))
  const again = { ...asked, phase: requested(9) }
  const { remembered } = announce([], [nameOf(asked)])
  expect(announce(remembered, [nameOf(again)]).fresh).toEqual([nameOf(again)])
})

test('[CO26] nothing stored means nothing announced', () => {
  expect(readAnnounced(null)).toEqual([])
})
