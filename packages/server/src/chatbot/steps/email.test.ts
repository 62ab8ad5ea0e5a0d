import { expect, test } from 'vitest'
import { nextStep } from '../next-step.ts'
import { play, say, scriptOf, take, turn, type } from '../testing-script.ts'
import { EMAIL_TRIES_MAX } from './email.ts'

test('[BT21][F5] a wrong address is asked for again, a right one is kept', () => {
  const script = scriptOf(take('email', 'address'), say('thanks'))
  const wrong = play(script, type('vera at home'))
  expect(wrong.run).toMatchObject({ state: 'retrying', step: 'address', tries: 1, given: [] })
  expect(wrong.acts).toEqual([{ kind: 'ask-again', step: 'address', typed: 'vera at home' }])
  const right = turn(nextStep(script, wrong.run, type('vera@example.org')))
  expect(right.run).toMatchObject({ state: 'ended', given: [{ kind: 'email', address: 'vera@example.org' }] })
  expect(right.acts).toEqual([{ kind: 'say', step: 'thanks', text: 'thanks' }])
})

test('[BT22][F5] after five wrong addresses the run goes on without one', () => {
  const script = scriptOf(take('email', 'address'), say('thanks'))
  const fourTimes = play(script, ...Array.from({ length: EMAIL_TRIES_MAX - 1 }, () => type('no')))
  expect(fourTimes.run).toMatchObject({ state: 'retrying', tries: 4 })
  const fiveTimes = turn(nextStep(script, fourTimes.run, type('no!')))
  expect(fiveTimes.run).toMatchObject({ state: 'ended', given: [{ kind: 'email', address: null, raw: 'no!' }] })
})
