import type { Live } from '@portico/client/live'
import type { Fleeting } from '@portico/protocol/fleeting'
import type { Topic } from '@portico/protocol/topics'
import { expect, test } from 'vitest'
import { openVisitorPresences } from './visitor-presence.ts'

test('[CO63] where a visitor is, is what was told last, and nothing of it is invented', () => {
  let hear: (topic: Topic, message: Fleeting) => void = () => {}
  const live: Pick<Live, 'onFleeting' | 'clockSkewMs'> = {
    onFleeting: (heard) => ((hear = heard), () => {}),
    clockSkewMs: () => 0,
  }
  const presences = openVisitorPresences(live)
  const now = () => presences.of('conversation:tea')
  const page = { url: 'https://shop.example/cart', title: 'Cart' }
  expect(now()).toBeUndefined()
  hear('conversation:tea', { type: 'visitor.here', page, actedAt: 3 })
  expect(now()).toEqual({ state: 'here', page, actedAt: 3 })
  hear('conversation:other', { type: 'visitor.away', since: 5 })
  hear('conversation:tea', { type: 'draft', text: 'Hm' })
  expect(now()).toMatchObject({ state: 'here', page })
  hear('conversation:tea', { type: 'visitor.away', since: 9 })
  expect(now()).toEqual({ state: 'away', since: 9 })
  hear('conversation:tea', { type: 'visitor.here' })
  expect(now()).toEqual({ state: 'here', page: undefined })
})
