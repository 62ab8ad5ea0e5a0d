import { expect, test } from 'vitest'
import { isFallback } from './fallback.ts'
import type { Step } from './steps/step.ts'
import { ask, forward, say, stepId, take } from './testing-script.ts'

const need = ask('need', { price: null, help: null, other: null })
const sorry = (...onlyIf: readonly string[]) => say('sorry', ...onlyIf)

test.each<[expected: boolean, says: string, steps: readonly Step[]]>([
  [false, 'no forward stands before it', [need, sorry('price'), forward('operator')]],
  [true, 'every way leads through the forward', [need, forward('operator'), sorry()]],
  [true, 'it is on the branch of the forward', [need, forward('operator', 'price'), sorry('price')]],
  [false, 'it is on another branch', [need, forward('operator', 'price'), sorry('help')]],
  [false, 'only one of two answers leads through the forward', [need, forward('operator', 'price'), sorry('price', 'help')]],
  [true, 'the forward stands on more answers', [need, forward('operator', 'price', 'help'), sorry('price')]],
  [false, 'it is on no branch, the forward on one', [need, forward('operator', 'price'), sorry()]],
  [
    true,
    'each of its answers has a forward',
    [need, forward('sales', 'price'), forward('support', 'help'), sorry('price', 'help')],
  ],
  [
    false,
    'one of three answers has no forward',
    [need, forward('sales', 'price'), forward('support', 'help'), sorry('price', 'help', 'other')],
  ],
  [
    true,
    'a question after the forward leads to it',
    [need, forward('operator', 'price'), ask('later', { yes: null, no: null }, 'price'), sorry('yes')],
  ],
  [
    true,
    'the forward stands on the question that leads to its own',
    [need, ask('later', { yes: null, no: null }, 'price'), forward('operator', 'price'), sorry('no')],
  ],
  [
    true,
    'its own question was asked on more answers than it names',
    [need, ask('later', { yes: null, no: null }, 'price', 'help'), forward('operator', 'price'), sorry('price', 'yes')],
  ],
  [
    false,
    'the forward asks for more than it',
    [need, ask('later', { yes: null, no: null }, 'price'), forward('operator', 'price', 'yes'), sorry('price')],
  ],
  [
    true,
    'it asks for more than the forward',
    [need, ask('later', { yes: null, no: null }, 'price'), forward('operator', 'price'), sorry('price', 'yes')],
  ],
])('[BT10][F7] that a step is only played without an operator is %s where %s', (expected, _says, steps) => {
  expect(isFallback(steps, stepId('sorry'))).toBe(expected)
})

test('[BT10][F7] the forward itself and a step that is not there are no fallback', () => {
  const steps = [need, forward('operator'), take('email', 'address')]
  expect(steps.map(({ id }) => isFallback(steps, id))).toEqual([false, false, true])
  expect(isFallback(steps, stepId('gone'))).toBe(false)
})

test('[BT10] thirty questions, each on two before it, are judged at once', () => {
  const questions = Array.from({ length: 30 }, (_, index) =>
    ask(
      `question${index}`,
      { [`answer${index}`]: null },
      ...[index - 1, index - 2].filter((of) => of >= 0).map((of) => `answer${of}`),
    ),
  )
  expect(isFallback([...questions, forward('operator', 'answer0'), sorry('answer29')], stepId('sorry'))).toBe(true)
})
