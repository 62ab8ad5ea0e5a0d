import { expect, test } from 'vitest'
import { begin } from './begin.ts'
import type { Run } from './run.ts'
import type { Step } from './steps/step.ts'
import { ask, forward, say, scriptOf, take } from './testing-script.ts'

const hello = say('hello')

test.each<[says: string, steps: readonly Step[], path: readonly string[], state: Run['state']]>([
  [
    'texts and the question after them',
    [hello, say('welcome'), ask('need', { price: null }), say('bye')],
    ['hello', 'welcome', 'need'],
    'asking',
  ],
  ['a first question alone', [ask('need', { price: null }), say('bye')], ['need'], 'asking'],
  ['an e-mail step', [hello, take('email', 'address'), take('phone', 'number')], ['hello', 'address'], 'asking'],
  ['a phone step', [hello, take('phone', 'number')], ['hello', 'number'], 'asking'],
  ['a single free input', [take('single-input', 'subject')], ['subject'], 'asking'],
  ['a free input of several messages', [take('multi-input', 'story')], ['story'], 'asking'],
  ['nothing but texts', [hello, say('bye')], ['hello', 'bye'], 'ended'],
])('[BT11][F9] the welcome steps are %s', (_says, steps, path, state) => {
  const { run, acts } = begin(scriptOf(...steps))
  expect(run).toMatchObject({ script: 'bot', version: 3, state, path, given: [] })
  expect(acts).toEqual(path.map((word) => ({ kind: 'say', step: word, text: word })))
})

test('[BT11][F9] a forward among the welcome steps is reached but not said', () => {
  const { run, acts } = begin(scriptOf(hello, forward('operator'), say('sorry')))
  expect(run).toMatchObject({ state: 'forwarding', step: 'operator', path: ['hello', 'operator'] })
  expect(acts).toEqual([{ kind: 'say', step: 'hello', text: 'hello' }])
})
