import { readFileSync } from 'node:fs'
import { highest, LEVELS, type Level } from '@portico/protocol/level-order'
import { describe, expect, test } from 'vitest'
import { type Grants, levelOn, mayFromOutside, type OutsideDeed, PERMITTED } from './permission.ts'

const observer = 'observer'
const participant = 'participant'
const owner = 'owner'

test('[CH20][CH21][C16] what each level permits is what the specification says', () => {
  const page = readFileSync(new URL('../../../../docs/spec/channels.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| ([a-z][a-z-]*) +\| ([a-z][a-z-]*) +\| ([a-z][a-z-]*) +\| ([a-z][a-z-]*) +\|$/gm)].map(
    ([, ...cells]) => cells,
  )
  const [head, ...specified] = rows
  expect(head).toEqual(['deed', ...LEVELS])
  const built = Object.entries({ ...PERMITTED.outside, ...PERMITTED.inside })
  expect(built.map(([deed, permits]) => [deed, ...LEVELS.map((level) => permits[level])])).toEqual(specified)
})

describe('the level on a channel', () => {
  type Holder = 'ann' | 'sales' | 'support' | 'administrator'
  const grants: Grants<Holder> = {
    channel: 'other',
    grants: [
      { to: 'sales', level: observer },
      { to: 'support', level: participant },
      { to: 'administrator', level: owner },
      { to: 'ann', level: observer },
      { to: 'sales', level: participant },
    ],
  }

  test.each<[Holder[], Level | undefined]>([
    [[], undefined],
    [['ann'], observer],
    [['ann', 'support'], participant],
    [['support', 'ann'], participant],
    [['sales'], participant],
    [['ann', 'administrator', 'support'], owner],
  ])('[CH18][C16] who is %j has the highest of all that apply: %j', (holders, level) => {
    expect(levelOn(grants, holders)).toBe(level)
  })

  test('[CH18] a channel without grants gives nothing', () => {
    expect(levelOn({ channel: 'other', grants: [] }, ['ann'])).toBeUndefined()
  })

  test('[CH19][C16] the default channel gives Owner to everybody', () => {
    expect(levelOn({ channel: 'default' }, [])).toBe(owner)
    expect(levelOn({ channel: 'default' }, ['olaf'])).toBe(owner)
  })

  test.each<[Level[], Level | undefined]>([
    [[], undefined],
    [[observer], observer],
    [[owner, observer], owner],
    [[observer, participant, observer], participant],
    [[...LEVELS], owner],
  ])('[CH18] the highest of %j is %j', (levels, level) => {
    expect(highest(levels)).toBe(level)
  })
})

test.each<[OutsideDeed, Level[]]>([
  ['accept', [owner]],
  ['start', [participant, owner]],
  ['move-request', [participant, owner]],
  ['join-as-observer', [observer, participant, owner]],
  ['join-as-participant', [participant, owner]],
])('[CH20][C16] from outside, %s is for %j', (deed, levels) => {
  expect([undefined, ...LEVELS].filter((level) => mayFromOutside(deed, level))).toEqual(levels)
})
