import { DIRECTIONS, type SWITCHES } from '@portico/protocol/switches'
import { expect, test } from 'vitest'
import { afterSwitch, shutFor, mayBegin, maySpeak } from './switches.ts'

const off = (...what: (typeof SWITCHES)[number][]) => what.map((each) => ({ what: each, since: 1 }))

test.each(DIRECTIONS)(
  '[CH208][B22] %s can be switched off by itself: nothing begins there, and what has begun goes on',
  (direction) => {
    const others = DIRECTIONS.filter((each) => each !== direction)
    expect(mayBegin(direction, off(direction))).toMatchObject({ refused: 'switched-off' })
    expect(mayBegin(direction, off(...others))).toBeUndefined()
    expect(maySpeak(off(direction))).toBeUndefined()
  },
)

test('[CH208][B23] with the whole chat nothing begins and nothing is said', () => {
  for (const direction of DIRECTIONS) expect(mayBegin(direction, off('chat'))).toMatchObject({ refused: 'switched-off' })
  expect(maySpeak(off('chat'))).toMatchObject({ refused: 'switched-off' })
  expect(maySpeak([])).toBeUndefined()
})

test.each([
  [[], null],
  [off('public-to-operator'), 'not-now'],
  [off('customer-to-operator'), null],
  [off('chat'), 'off'],
  [off('public-to-operator', 'chat'), 'off'],
] as const)('[CH208] of %j visitors are told %s', (switched, told) => {
  expect(shutFor('public-to-operator', switched)).toBe(told)
})

test('[CH208] what is switched on again is off no more; what is switched off twice is off since the second time', () => {
  const once = afterSwitch(off('chat'), { what: 'operator-to-operator', isOn: false, at: 5 })
  expect(once).toEqual([...off('chat'), { what: 'operator-to-operator', since: 5 }])
  expect(afterSwitch(once, { what: 'chat', isOn: true, at: 6 })).toEqual([{ what: 'operator-to-operator', since: 5 }])
})
