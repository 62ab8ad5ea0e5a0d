import type { ConversationId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { choose, MONITORED_MAX } from './choose.ts'

const of = 'visitor' as const
const choice = (id: string) => ({ conversation: id as ConversationId, of }) // an id of the tests
const many = Array.from({ length: MONITORED_MAX }, (_, index) => choice(`c${index}`))

test('[MN3] so many conversations that run, and no more; another choice for one of them needs no room', () => {
  expect(choose(many, choice('more'))).toEqual({ ok: false, refused: 'full' })
  expect(choose(many.slice(1), choice('more'))).toHaveLength(MONITORED_MAX)
  const changed = choose(many, { ...choice('c3'), of: 'everything' })
  expect(changed).toHaveLength(MONITORED_MAX)
  expect(changed).toContainEqual({ ...choice('c3'), of: 'everything' })
})
