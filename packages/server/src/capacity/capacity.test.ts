import { expect, test } from 'vitest'
import { checkLimits, type Full, LIMIT_DEFAULT, type LimitFault, type Limits, type Load, roomLeft, whyFull } from './capacity.ts'

const load = (inChannel: number, inAll = inChannel, more: Partial<Load> = {}): Load => ({ inChannel, inAll, ...more })
const limits = (inChannel: Limits['inChannel'], inAll: Limits['inAll'] = 'unlimited', more: Partial<Limits> = {}): Limits => ({
  inChannel,
  inAll,
  duringCalls: 'allowed',
  ...more,
})
const calling = { inCallSince: 0 }
const quiet = { duringCalls: 'blocked' } as const

test.each<[string, Load, Limits, Full | undefined]>([
  ['[RT1][B20] without limits, however many', load(1_000), limits('unlimited'), undefined],
  ['[RT1][B20] none held', load(0), limits(1), undefined],
  ['[RT1][B20] one below the limit of the channel', load(9), limits(10), undefined],
  ['[RT1][B20] at the limit of the channel', load(10), limits(10), 'full-in-channel'],
  ['[RT1][B20] over the limit of the channel', load(11), limits(10), 'full-in-channel'],
  ['[RT1][B20] one below the limit in all', load(1, 4), limits(10, 5), undefined],
  ['[RT1][B20] at the limit in all', load(1, 5), limits(10, 5), 'full'],
  ['[RT1][B20] at both', load(5, 5), limits(5, 5), 'full-in-channel'],
  ['[RT1][B20] at the limit of another channel only', load(0, 10), limits(10), undefined],
  ['[RT2][B21] calling, where calls block', load(0, 0, calling), limits('unlimited', 'unlimited', quiet), 'in-call'],
  ['[RT2][B21] calling, where calls do not', load(0, 0, calling), limits('unlimited'), undefined],
  ['[RT2][B21] not calling, where calls block', load(0), limits('unlimited', 'unlimited', quiet), undefined],
  ['[RT2][B21] calling and full', load(5, 5, calling), limits(5, 5, quiet), 'in-call'],
])('%s', (_name, load, limits, full) => {
  expect(whyFull(load, limits)).toBe(full)
})

test.each<[string, Load[], Limits, number]>([
  ['nobody', [], limits(10), 0],
  ['two with some room', [load(1), load(2)], limits(5), 7],
  ['one over the limit takes nothing from the other', [load(7), load(2)], limits(5), 3],
  ['the tighter limit counts', [load(1, 3)], limits(5, 4), 1],
  ['who calls has none, where calls block', [load(1, 1, calling), load(1)], limits(5, 'unlimited', quiet), 4],
  ['who calls has some, where calls do not', [load(1, 1, calling), load(1)], limits(5), 8],
  ['without limits, no end of it', [load(3)], limits('unlimited'), Number.POSITIVE_INFINITY],
  ['without limits and nobody', [], limits('unlimited'), 0],
])('[RT3][B20] room left: %s', (_name, loads, limits, room) => {
  expect(roomLeft(loads, limits)).toBe(room)
})

test.each<[Limits, LimitFault['place'][]]>([
  [limits(LIMIT_DEFAULT, 1), []],
  [limits('unlimited'), []],
  [limits(0), ['inChannel']],
  [limits(-1, 0), ['inChannel', 'inAll']],
  [limits(2.5), ['inChannel']],
  [limits('unlimited', Number.NaN), ['inAll']],
])('[RT4][B20] a limit is a whole number from 1: %j', (limits, places) => {
  const faults = places.map((place) => ({ place, fault: 'not-a-limit', seen: String(limits[place]) }))
  expect(checkLimits(limits)).toEqual(faults)
})
