import { expect, test } from 'vitest'
import { conversions, readGoal, type Goal, type GoalAct, type GoalFault, type ReadyGoal, type Trigger } from './goal.ts'
import type { Pattern } from './goal-pattern.ts'
import type { GoalId } from '@portico/protocol/ids'

const ordered = 'ordered' as GoalId // a test's own id
const contains = (text: string): Pattern => ({ how: 'contains', text })
const exact = (text: string): Pattern => ({ how: 'exact', text })
const expression = (text: string): Pattern => ({ how: 'expression', text })
const page = (url: string): GoalAct => ({ kind: 'page', url })
const thanks = page('https://shop.example/Order/42/thanks?from=cart')
const opened: GoalAct = { kind: 'event', category: 'Chat', action: 'Conversation opened', name: 'button', revenueMinor: null }

test.each<[pattern: Pattern, reached: boolean]>([
  [contains('/thanks'), true],
  [contains('/order/42'), true],
  [contains('/basket'), false],
  [exact('https://shop.example/order/42/thanks?from=cart'), true],
  [exact('https://shop.example/order/42/thanks'), false],
  [exact('http://shop.example/order/42/thanks?from=cart'), false],
  [expression('/order/\\d+/thanks'), true],
  [expression('^https://shop\\.example/ORDER'), true],
  [expression('^/order'), false],
  [expression('thanks$'), false],
  [expression('(?-i)/order/'), false],
])('[VI20][H6] a page is matched by %o: %s', (pattern, reached) => {
  expect(isReached({ by: 'url', pattern }, thanks)).toBe(reached)
})

test.each<[says: string, trigger: Omit<Extract<Trigger, { by: 'event' }>, 'by'>, reached: boolean]>([
  ['its category', { category: exact('chat'), action: null, name: null }, true],
  ['another category', { category: exact('video'), action: null, name: null }, false],
  ['its action', { category: null, action: contains('opened'), name: null }, true],
  ['its name', { category: null, action: null, name: expression('^but') }, true],
  ['category and action', { category: exact('Chat'), action: contains('opened'), name: null }, true],
  ['its category with another action', { category: exact('Chat'), action: contains('closed'), name: null }, false],
  ['category and action with another name', { category: exact('Chat'), action: contains('opened'), name: exact('link') }, false],
])('[VI20][H6] an event is matched by %s: %o, %s', (_says, parts, reached) => {
  expect(isReached({ by: 'event', ...parts }, opened)).toBe(reached)
})

test('[VI20][H6] an event without a name matches no pattern of names, and pages and events are not confused', () => {
  const named: Trigger = { by: 'event', category: null, action: null, name: contains('u') }
  expect(isReached(named, opened)).toBe(true)
  expect(isReached(named, { ...opened, name: null })).toBe(false)
  expect(isReached({ by: 'url', pattern: expression('.') }, opened)).toBe(false)
  expect(isReached({ by: 'event', category: expression('.'), action: null, name: null }, thanks)).toBe(false)
})

test.each<[trigger: Trigger]>([
  [{ by: 'call' }],
  [{ by: 'url', pattern: contains('/thanks') }],
  [{ by: 'event', category: exact('Chat'), action: null, name: null }],
])('[VI21] a goal reached by %o is reached by an act that names it, and by none that names another', (trigger) => {
  expect(isReached(trigger, { kind: 'goal', goal: ordered, revenueMinor: null })).toBe(true)
  expect(isReached(trigger, { kind: 'goal', goal: 'other' as GoalId, revenueMinor: null })).toBe(false) // a test's own id
})

test('[VI21] a goal of calls only is reached by no page and no event', () => {
  expect([thanks, opened].map((act) => isReached({ by: 'call' }, act))).toEqual([false, false])
})

test.each([
  ['once-a-visit', 'not yet', true],
  ['once-a-visit', 'before', false],
  ['every-time', 'not yet', true],
  ['every-time', 'before', true],
] as const)('[VI22] a goal that counts %s and was reached %s', (counts, when, isCounted) => {
  const reached = new Set(when === 'before' ? [ordered] : [])
  expect(conversions([ready(goalOf({ counts }))], thanks, reached)).toHaveLength(isCounted ? 1 : 0)
})

test.each<[says: string, goalMinor: number, act: GoalAct, revenueMinor: number]>([
  ['a page is worth what the goal is', 4990, thanks, 4990],
  ['an event without revenue, too', 4990, opened, 4990],
  ['revenue of the event takes precedence', 4990, { ...opened, revenueMinor: 1250 }, 1250],
  ['also where it is nothing', 4990, { ...opened, revenueMinor: 0 }, 0],
  ['also where it is paid back', 4990, { kind: 'goal', goal: ordered, revenueMinor: -1250 }, -1250],
  ['a goal worth nothing', 0, thanks, 0],
])('[VI23][H6] %s', (_says, goalMinor, act, revenueMinor) => {
  const reachedBy: Trigger =
    act.kind === 'event' ? { by: 'event', category: exact('Chat'), action: null, name: null } : goalOf({}).reachedBy
  expect(conversions([ready(goalOf({ reachedBy, revenueMinor: goalMinor }))], act, new Set())).toEqual([
    { goal: ordered, revenueMinor },
  ])
})

test('[VI20] an act may reach several goals', () => {
  const seen = 'seen' as GoalId // a test's own id
  const goals = [
    goalOf({}),
    goalOf({ id: seen, reachedBy: { by: 'url', pattern: contains('shop') } }),
    goalOf({ reachedBy: { by: 'call' } }),
  ]
  expect(conversions(goals.map(ready), thanks, new Set()).map(({ goal }) => goal)).toEqual([ordered, seen])
})

test('[VI24] an expression that makes a backtracking engine stall is answered at once', () => {
  const url = page(`https://shop.example/${'a'.repeat(50_000)}!`)
  const began = performance.now()
  expect(isReached({ by: 'url', pattern: expression('/(a+)+$') }, url)).toBe(false)
  expect(performance.now() - began).toBeLessThan(2000)
})

test.each<[says: string, goal: Partial<Goal>, faults: readonly GoalFault[]]>([
  [
    'an empty pattern',
    { reachedBy: { by: 'url', pattern: contains(' ') } },
    [{ place: 'reachedBy.pattern', fault: 'no-text', seen: ' ' }],
  ],
  [
    'a pattern of 1,001 characters',
    { reachedBy: { by: 'event', category: contains('a'.repeat(1001)), action: null, name: null } },
    [{ place: 'reachedBy.category', fault: 'too-long', seen: '1001', expected: '1000' }],
  ],
  [
    'a broken expression',
    { reachedBy: { by: 'url', pattern: expression('/order/[0-9') } },
    [{ place: 'reachedBy.pattern', fault: 'broken-expression', seen: 'missing closing ]: [0-9' }],
  ],
  [
    'an expression that RE2 does not know',
    { reachedBy: { by: 'url', pattern: expression('/order(?=/)') } },
    [{ place: 'reachedBy.pattern', fault: 'broken-expression', seen: 'invalid or unsupported Perl syntax: (?=' }],
  ],
  [
    'an exact URL without its scheme',
    { reachedBy: { by: 'url', pattern: exact('shop.example/thanks') } },
    [{ place: 'reachedBy.pattern', fault: 'not-a-url', seen: 'shop.example/thanks' }],
  ],
  [
    'an event without any pattern',
    { reachedBy: { by: 'event', category: null, action: null, name: null } },
    [{ place: 'reachedBy', fault: 'no-pattern', seen: '' }],
  ],
  [
    'several faults',
    { reachedBy: { by: 'event', category: contains(''), action: expression('('), name: exact('ok') }, revenueMinor: 49.9 },
    [
      { place: 'reachedBy.category', fault: 'no-text', seen: '' },
      { place: 'reachedBy.action', fault: 'broken-expression', seen: 'missing closing ): (' },
      { place: 'revenueMinor', fault: 'not-money', seen: '49.9' },
    ],
  ],
])('[VI25] a goal with %s is refused at its place', (_says, changes, faults) => {
  expect(readGoal(goalOf(changes))).toEqual({ faults })
})

function goalOf(changes: Partial<Goal>): Goal {
  return {
    id: ordered,
    reachedBy: { by: 'url', pattern: contains('/thanks') },
    counts: 'once-a-visit',
    revenueMinor: 0,
    ...changes,
  }
}

function ready(goal: Goal): ReadyGoal {
  const read = readGoal(goal)
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read
}

function isReached(reachedBy: Trigger, act: GoalAct): boolean {
  return conversions([ready(goalOf({ reachedBy }))], act, new Set()).length > 0
}
