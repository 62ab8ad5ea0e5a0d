import { expect, test } from 'vitest'
import { afterHearing, SHOWN_MS, stillLooking } from './lookers.ts'
import { ANN, BOB } from './testing-rows.ts'

const bob = { id: BOB, name: 'Bob' }
const ann = { id: ANN, name: 'Ann' }

test('[CO93] who looks is named once, in the order in which they came, until they look away', () => {
  let lookers = afterHearing([], { who: bob, looks: true }, 0)
  lookers = afterHearing(lookers, { who: ann, looks: true }, 1)
  lookers = afterHearing(lookers, { who: bob, looks: true }, 2)
  expect(lookers.map(({ name, heardAt }) => [name, heardAt])).toEqual([
    ['Bob', 2],
    ['Ann', 1],
  ])
  expect(afterHearing(lookers, { who: bob, looks: false }, 3).map(({ name }) => name)).toEqual(['Ann'])
})

test('[CO93] who is not heard of for 40 s looks no longer', () => {
  const lookers = afterHearing([], { who: bob, looks: true }, 0)
  expect(stillLooking(lookers, SHOWN_MS - 1)).toHaveLength(1)
  expect(stillLooking(lookers, SHOWN_MS)).toEqual([])
})
