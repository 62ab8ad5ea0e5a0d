import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepLegalConditions, reorder } from './reorder.ts'
import { scriptFaults } from './script.ts'
import { ask, say, scriptOf, stepId, take } from './testing-script.ts'

const script = scriptOf(
  ask('need', { price: null, help: null }),
  say('prices', 'price'),
  ask('urgent', { yes: null, no: null }, 'help'),
  say('soon', 'help', 'yes'),
  take('email', 'address', 'no', 'price'),
)
const ids = script.steps.map(({ id }) => id)

test('[BT9][F3] an order that keeps questions before their conditions loses nothing', () => {
  const order = ['need', 'urgent', 'soon', 'address', 'prices'].map(stepId)
  expect(reorder(script, order)).toEqual({
    script: { ...script, steps: [0, 2, 3, 4, 1].map((index) => script.steps[index]) },
    lost: [],
  })
})

test('[BT9][F3] conditions that came to stand before their question are dropped and named', () => {
  const order = ['need', 'prices', 'soon', 'urgent', 'address'].map(stepId)
  const reordered = reorder(script, order)
  expect(reordered).toMatchObject({ lost: [{ step: 'soon', answer: 'yes' }] })
  expect('script' in reordered && reordered.script.steps[2]).toMatchObject({ id: 'soon', onlyIf: ['help'] })
})

test('[BT9] a question that became a text takes the conditions on its answers with it', () => {
  const [need, ...rest] = script.steps
  expect(need?.id).toBe('need')
  expect(keepLegalConditions([say('need'), ...rest]).lost).toEqual([
    { step: 'prices', answer: 'price' },
    { step: 'urgent', answer: 'help' },
    { step: 'soon', answer: 'help' },
    { step: 'address', answer: 'price' },
  ])
})

test.each([
  ['a step is left out', ['need', 'prices', 'urgent', 'soon']],
  ['a step stands twice', ['need', 'prices', 'urgent', 'soon', 'soon']],
  ['a step is foreign', ['need', 'prices', 'urgent', 'soon', 'bye']],
])('[BT9] an order in which %s is refused', (_says, order) => {
  expect(reorder(script, order.map(stepId))).toEqual({ fault: 'other-steps' })
})

test('[BT9][F3] in whatever order, the script has no fault, and what was not lost is kept', () => {
  const conditionsIn = (steps: typeof script.steps) => steps.flatMap(({ onlyIf }) => onlyIf).length
  const everyOrder = fc.shuffledSubarray(ids, { minLength: ids.length })
  fc.assert(
    fc.property(everyOrder, (order) => {
      const reordered = reorder(script, order)
      if (!('script' in reordered)) throw new Error('refused an order of the same steps')
      expect(scriptFaults(reordered.script)).toEqual([])
      expect(conditionsIn(reordered.script.steps) + reordered.lost.length).toBe(conditionsIn(script.steps))
    }),
  )
})
