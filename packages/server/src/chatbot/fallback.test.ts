import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds } from './condition.ts'
import { fallbacks } from './fallback.ts'
import type { Given } from './run.ts'
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
    'every answer there is has a forward, and it stands on none',
    [need, forward('sales', 'price'), forward('support', 'help'), forward('operator', 'other'), sorry()],
  ],
  [
    true,
    'one forward has two answers and another the third',
    [need, forward('sales', 'price', 'help'), forward('operator', 'other'), take('email', 'address'), sorry()],
  ],
  [
    false,
    'the question of the forwards is asked on one branch alone',
    [need, ask('later', { yes: null, no: null }, 'price'), forward('sales', 'yes'), forward('operator', 'no'), sorry()],
  ],
  [
    true,
    'forwards on answers of several questions cover every way together',
    [
      need,
      ask('later', { yes: null, no: null }, 'price'),
      forward('sales', 'yes'),
      forward('support', 'no'),
      forward('operator', 'help', 'other'),
      sorry(),
    ],
  ],
  [
    true,
    'two questions are asked of everybody, and each pair of answers has a forward',
    [
      ask('one', { a: null, b: null }),
      ask('two', { c: null, d: null }),
      forward('first', 'a'),
      forward('second', 'b', 'c'),
      forward('third', 'd'),
      sorry(),
    ],
  ],
  [
    false,
    'one pair of answers has none',
    [
      ask('one', { a: null, b: null }),
      ask('two', { c: null, d: null }),
      forward('first', 'a'),
      forward('second', 'b', 'c'),
      sorry(),
    ],
  ],
  [
    true,
    'it asks for more than the forward',
    [need, ask('later', { yes: null, no: null }, 'price'), forward('operator', 'price'), sorry('price', 'yes')],
  ],
])('[BT10][F7] that a step is only played without an operator is %s where %s', (expected, _says, steps) => {
  expect(fallbacks(steps).has(stepId('sorry'))).toBe(expected)
})

test('[BT10][F7] the forward itself is no fallback, and a step that nothing leads to is none', () => {
  const steps = [need, forward('operator'), take('email', 'address'), say('never', 'gone')]
  expect([...fallbacks(steps)]).toEqual(['address'])
})

test('[BT10] thirty questions, each on two before it, are judged at once', () => {
  const questions = Array.from({ length: 30 }, (_, index) =>
    ask(
      `question${index}`,
      { [`answer${index}`]: null },
      ...[index - 1, index - 2].filter((of) => of >= 0).map((of) => `answer${of}`),
    ),
  )
  expect(fallbacks([...questions, forward('operator', 'answer0'), sorry('answer29')]).has(stepId('sorry'))).toBe(true)
})

test('[BT10] twenty questions on which all of the end depends are judged in bounded time, and marked only where it is certain', () => {
  const questions = Array.from({ length: 20 }, (_, index) =>
    ask(`question${index}`, { [`yes${index}`]: null, [`no${index}`]: null }),
  )
  const all = questions.flatMap((_, index) => [`yes${index}`])
  const end = [say('all', ...all), forward('operator'), sorry()]
  expect([...fallbacks([...questions, ...end])]).toEqual(['sorry'])
  expect([...fallbacks([...questions, forward('first', 'yes0'), forward('last', 'yes19', 'no19'), ...end])]).not.toContain(
    'operator',
  )
})

/** Tried in every order of clicks: who gets to a step that is marked has met a forward, and to one that is not has once met none. */
test('[BT10][F7] what is marked is what a run through every choice finds', () => {
  const answers = ['a', 'b', 'c', 'd', 'e', 'f']
  const step = fc.record({
    kind: fc.constantFrom('say', 'forward', 'ask'),
    onlyIf: fc.subarray(answers, { maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (drawn) => {
      let questions = 0
      const steps = drawn.map(({ kind, onlyIf }, index) => {
        if (kind === 'say') return say(`say${index}`, ...onlyIf)
        if (kind === 'forward' || questions === 3) return forward(`forward${index}`, ...onlyIf)
        const offered = answers.slice(2 * questions, 2 * ++questions)
        return ask(`ask${index}`, Object.fromEntries(offered.map((answer) => [answer, null])), ...onlyIf)
      })
      expect([...fallbacks(steps)].toSorted()).toEqual(metByAll(steps).toSorted())
    }),
  )
})

/** Of every choice there is, the steps that were played after a forward each time, and at least once. */
function metByAll(steps: readonly Step[]): readonly string[] {
  const met = new Map<string, boolean>()
  const walk = (index: number, given: readonly Given[], called: boolean): void => {
    const step = steps[index]
    if (!step) return
    if (!holds(step.onlyIf, { steps, given })) return walk(index + 1, given, called)
    met.set(step.id, called && (met.get(step.id) ?? true))
    if (step.kind !== 'question') return walk(index + 1, given, called || step.kind === 'forward')
    for (const { id, text } of step.answers) {
      walk(index + 1, [...given, { kind: 'choice', step: step.id, answer: id, raw: text, at: 0 }], called)
    }
  }
  walk(0, [], false)
  return [...met].filter(([, always]) => always).map(([id]) => id)
}
