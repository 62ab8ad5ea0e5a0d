import { expect, test } from 'vitest'
import type { Input } from '../input.ts'
import { nextStep } from '../next-step.ts'
import type { Run } from '../run.ts'
import { ann, ask, choose, forward, play, say, scriptOf, take, type } from '../testing-script.ts'

const need = ask('need', { price: null, help: null, other: null })

const fetching = scriptOf(need, forward('Ann comes', 'help'), say('nobody there'), take('email', 'address'))

test('[BT28][F7] when an operator comes the text is said and she has taken over', () => {
  const waiting = play(fetching, choose('help'))
  expect(waiting).toMatchObject({ run: { state: 'forwarding', step: 'Ann comes' }, acts: [] })
  expect(nextStep(fetching, waiting.run, type('is anybody there?'))).toEqual({ refused: 'not-awaited' })
  expect(nextStep(fetching, waiting.run, { kind: 'operator-came', operator: ann })).toMatchObject({
    run: { state: 'handed-over', operator: ann, path: ['need', 'Ann comes'] },
    acts: [{ kind: 'say', step: 'Ann comes', text: 'Ann comes' }],
  })
})

test('[BT28][F7] a forward without a text hands over in silence', () => {
  const script = scriptOf({ ...forward('operator'), text: '' })
  expect(play(script, { kind: 'operator-came', operator: ann })).toMatchObject({ run: { state: 'handed-over' }, acts: [] })
})

test('[BT29][F7] when none comes the text is not said and the following steps are played', () => {
  const { run, acts } = play(fetching, choose('help'), { kind: 'no-operator' })
  expect(run).toMatchObject({ state: 'asking', step: 'address', path: ['need', 'Ann comes', 'nobody there', 'address'] })
  expect(acts).toMatchObject([{ text: 'nobody there' }, { text: 'address' }])
})

test('[BT29][F7] a second forward is tried after the first', () => {
  const script = scriptOf(forward('sales'), say('moment'), forward('support'), say('sorry'))
  expect(play(script, { kind: 'no-operator' }).run).toMatchObject({ state: 'forwarding', step: 'support' })
  expect(play(script, { kind: 'no-operator' }, { kind: 'no-operator' }).acts).toMatchObject([{ text: 'sorry' }])
})

const every = scriptOf(
  take('email', 'address'),
  take('multi-input', 'story'),
  ask('where', { inside: '/docs' }),
  forward('operator'),
  say('bye'),
)
const everyState: readonly [Run['state'], readonly Input[]][] = [
  ['asking', []],
  ['retrying', [type('no')]],
  ['collecting', [type('vera@example.org'), type('It is')]],
  ['redirecting', [type('vera@example.org'), type('It is'), { kind: 'paused', typingAt: null, at: 99_000 }, choose('inside')]],
  [
    'ended',
    [
      type('vera@example.org'),
      type('It is'),
      { kind: 'paused', typingAt: null, at: 99_000 },
      choose('inside'),
      { kind: 'arrived' },
      { kind: 'no-operator' },
    ],
  ],
]
test.each(everyState)('[BT30] Ann takes over a run that is %s, without a word of the bot', (state, inputs) => {
  const { run } = play(every, ...inputs)
  expect(run.state).toBe(state)
  expect(nextStep(every, run, { kind: 'operator-came', operator: ann })).toMatchObject({
    run: { state: 'handed-over', operator: ann, given: run.given },
    acts: [],
  })
})

test.each<[Input]>([
  [choose('price')],
  [type('price')],
  [{ kind: 'paused', typingAt: null, at: 99_000 }],
  [{ kind: 'arrived' }],
  [{ kind: 'no-operator' }],
  [{ kind: 'operator-came', operator: ann }],
])('[BT31] once Ann has taken over the bot does not hear %o', (input) => {
  const script = scriptOf(need, say('prices', 'price'))
  const { run } = play(script, { kind: 'operator-came', operator: ann })
  expect(nextStep(script, run, input)).toEqual({ refused: 'handed-over' })
})
