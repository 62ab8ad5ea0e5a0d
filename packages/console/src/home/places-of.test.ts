import type { ChannelId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { active, ANN, BOB, requested, row } from '../conversations/testing-rows.ts'
import { placesOf } from './places-of.ts'

const SHOP = 'shop' as ChannelId // ids of the tests
const FAIRS = 'fairs' as ChannelId // as above
const rows = [row('a', active(1, ANN)), row('b', active(2, ANN, BOB)), row('c', requested(3))]
const limit = (channel: ChannelId | null, atOnce: number, operator = ANN) => ({ operator, channel, atOnce })

test.each<[says: string, atOnce: (number | null)[], limits: ReturnType<typeof limit>[], places: number | null]>([
  ['any number where nobody says otherwise', [null, null], [], null],
  ['what the channels give each, together', [3, 4], [], 7],
  ['any number where one of them has no limit', [3, null], [], null],
  ['as many as he has himself in a channel', [3, 4], [limit(SHOP, 1)], 5],
  ['no more than he may have in all', [3, 4], [limit(null, 5)], 5],
  ['what he may have in all where a channel has no limit', [null, 4], [limit(null, 5)], 5],
  ['nothing of what others have', [3, 4], [limit(null, 1, BOB)], 7],
])('[CO291][B20] the places of an operator are %s', (_says, [shop = null, fairs = null], limits, places) => {
  const channels = [
    { id: SHOP, rows, atOnce: shop },
    { id: FAIRS, rows: [], atOnce: fairs },
  ]
  const members = [SHOP, FAIRS].map((channel) => ({ operator: ANN, channel }))
  expect(placesOf(ANN, { channels, members, limits })).toEqual({ held: 2, places })
})
