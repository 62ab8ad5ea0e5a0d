import type { OperatorId } from '@portico/protocol/ids'
import { expect, test } from 'vitest'
import { sortInbox } from './inbox.ts'
import { active, ANN, BOB, channel, requested, row } from './testing-rows.ts'

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

test('[CO5][C1] requests of all channels stand together, the longest waiting first', () => {
  const channels = [channel(row('late', requested(30)), row('early', requested(10))), channel(row('between', requested(20)))]
  const { requests } = sortInbox({ channels, me: ANN, marks: [] })
  expect(idsOf(requests)).toEqual(['early', 'between', 'late'])
})

test('[CO6][E1] mine and the team’s stand apart, each with the newest movement first', () => {
  const channels = [
    channel(
      row('mine-old', active(1, ANN), { movedAt: 10 }),
      row('theirs', active(2, BOB), { movedAt: 99 }),
      row('mine-new', active(3, BOB, ANN), { movedAt: 20 }),
    ),
  ]
  const { mine, team } = sortInbox({ channels, me: ANN, marks: [] })
  expect(idsOf(mine)).toEqual(['mine-new', 'mine-old'])
  expect(idsOf(team)).toEqual(['theirs'])
})

test('[CO7][E2] in a conversation of mine the visitor’s words that I have not read are counted', () => {
  const known = row('known', active(1, ANN, BOB), { visitorLines: 5 })
  const channels = [channel(known)]
  const unread = (me: OperatorId, ...read: number[]) => {
    const marks = read.map((visitorLines) => ({ conversation: known.id, ordinal: 2 * visitorLines, visitorLines }))
    return [...sortInbox({ channels, me, marks }).unread]
  }
  expect(unread(ANN)).toEqual([['known', 5]])
  expect(unread(ANN, 3)).toEqual([['known', 2]])
  expect(unread(ANN, 5)).toEqual([])
  expect(unread(BOB)).toEqual([['known', 5]])
})

test('[CO7][E2] what colleagues write to their visitors is not unread for me', () => {
  const channels = [channel(row('theirs', active(1, BOB), { visitorLines: 9 }))]
  expect(sortInbox({ channels, me: ANN, marks: [] }).unread.size).toBe(0)
})

test('[CO8] the oldest unread comes first, so that Tab serves whoever waits longest', () => {
  const channels = [channel(row('new', active(1, ANN), { movedAt: 20 }), row('old', active(1, ANN), { movedAt: 10 }))]
  expect([...sortInbox({ channels, me: ANN, marks: [] }).unread.keys()]).toEqual(['old', 'new'])
})

test('[CO5] a closed conversation is in none of the open lists', () => {
  const channels = [channel(row('over', { state: 'closed', at: 1, by: 'visitor', operators: [] }))]
  const { requests, mine, team } = sortInbox({ channels, me: ANN, marks: [] })
  expect([...requests, ...mine, ...team]).toEqual([])
})
