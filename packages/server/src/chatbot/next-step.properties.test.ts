import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { begin } from './begin.ts'
import { holds } from './condition.ts'
import type { Input } from './input.ts'
import { nextStep } from './next-step.ts'
import type { Run } from './run.ts'
import { scriptFaults, type Script } from './script.ts'
import { EMAIL_TRIES_MAX } from './steps/email.ts'
import { LINES_MAX } from './steps/multi-input.ts'
import type { Step } from './steps/step.ts'
import { ann, ask, choose, forward, say, scriptOf, take, type } from './testing-script.ts'
import { welcomeSteps } from './welcome-steps.ts'

const KINDS = ['text', 'question', 'email', 'phone', 'single-input', 'multi-input', 'forward'] as const
const LINKS = [null, null, '#below', '/inside', 'https://other.example/']

test('[BT16] nextStep always ends and plays no step twice, whatever Vera does', () => {
  fc.assert(
    fc.property(anyScript(), anyInputs(), (script, inputs) => {
      let { run } = begin(script)
      let heard = 0
      for (const input of [...inputs, ...pushes(script)]) {
        const turn = nextStep(script, run, input)
        if ('refused' in turn) continue
        heard += 1
        expect(isExtensionOf(run, turn.run)).toBe(true)
        run = turn.run
      }
      expect(['ended', 'handed-over']).toContain(run.state)
      expect(new Set(run.path).size).toBe(run.path.length)
      expect(heard).toBeLessThanOrEqual(
        script.steps.length * 2 + stepsOf('email', script) * EMAIL_TRIES_MAX + stepsOf('multi-input', script) * LINES_MAX,
      )
    }),
    { numRuns: 300 },
  )
})

test('[BT14][BT13][F3] what is played next is the first later step whose condition holds', () => {
  fc.assert(
    fc.property(anyScript(), anyInputs(), (script, inputs) => {
      let { run } = begin(script)
      for (const input of inputs) {
        const turn = nextStep(script, run, input)
        if ('refused' in turn) continue
        const played: readonly (string | undefined)[] = turn.run.path
        const isEnded = turn.run.state === 'ended' && turn.run.because === 'no-next-step'
        for (let nth = run.path.length; nth < played.length + (isEnded ? 1 : 0); nth++) {
          const later = script.steps.slice(indexOf(script, played[nth - 1]) + 1)
          expect(played[nth]).toBe(later.find(({ onlyIf }) => holds(onlyIf, { steps: script.steps, given: turn.run.given }))?.id)
        }
        run = turn.run
      }
    }),
  )
})

test('[BT12][F9] replayed on the stored script, the same acts give the same run, and nothing is changed in place', () => {
  fc.assert(
    fc.property(anyScript(), anyInputs(), (script, inputs) => {
      const stored = JSON.stringify(script)
      const played = playOn(script, inputs)
      expect(playOn(JSON.parse(stored), inputs)).toEqual(played)
      expect(JSON.parse(JSON.stringify(played))).toEqual(played)
      expect(JSON.stringify(script)).toBe(stored)
    }),
  )
})

test('[BT11][F9] begin plays the welcome steps', () => {
  fc.assert(
    fc.property(anyScript(), (script) => {
      expect(begin(script).run.path).toEqual(welcomeSteps(script.steps).map(({ id }) => id))
    }),
  )
})

test('the scripts of these properties have no fault and reach every state', () => {
  const states = new Set<Run['state']>()
  fc.assert(
    fc.property(anyScript(), anyInputs(), (script, inputs) => {
      expect(scriptFaults(script)).toEqual([])
      for (let count = 0; count <= inputs.length; count++) states.add(playOn(script, inputs.slice(0, count)).state)
    }),
    { seed: 7, numRuns: 200 },
  )
  expect([...states].toSorted()).toEqual([
    'asking',
    'collecting',
    'ended',
    'forwarding',
    'handed-over',
    'redirecting',
    'retrying',
  ])
})

function playOn(script: Script, inputs: readonly Input[]): Run {
  return inputs.reduce((run, input) => {
    const turn = nextStep(script, run, input)
    return 'refused' in turn ? run : turn.run
  }, begin(script).run)
}

/** Enough acts to bring every script to its end, if it ends at all: a step may need a choice, and then the page to load. */
function pushes(script: Script): readonly Input[] {
  const choices = script.steps.flatMap((step) => (step.kind === 'question' ? step.answers.map(({ id }) => choose(id)) : []))
  const onwards: Input[] = [
    type('vera@example.org'),
    { kind: 'paused', typingAt: null, at: 9e9 },
    { kind: 'arrived' },
    { kind: 'no-operator' },
  ]
  return script.steps.flatMap(() => [...onwards, ...choices, ...onwards])
}

function isExtensionOf(before: Run, after: Run): boolean {
  return before.path.every((id, nth) => after.path[nth] === id) && before.given.every((given, nth) => after.given[nth] === given)
}

const indexOf = (script: Script, id: string | undefined) => script.steps.findIndex((step) => step.id === id)
const stepsOf = (kind: Step['kind'], script: Script) => script.steps.filter((step) => step.kind === kind).length

/** Scripts without faults: a condition names answers of any steps before. */
function anyScript(): fc.Arbitrary<Script> {
  const parts = fc.record({
    kind: fc.constantFrom(...KINDS),
    links: fc.array(fc.constantFrom(...LINKS), { minLength: 1, maxLength: 3 }),
    conditions: fc.array(fc.nat(), { maxLength: 3 }),
  })
  return fc.array(parts, { minLength: 1, maxLength: 12 }).map((all) => {
    const steps: Step[] = []
    for (const [index, { kind, links, conditions }] of all.entries()) {
      const offered = steps.flatMap((step) => (step.kind === 'question' ? step.answers.map(({ id }) => id) : []))
      const onlyIf = offered.length === 0 ? [] : conditions.map((nth) => offered[nth % offered.length] ?? '')
      const word = `step${index}`
      if (kind === 'question')
        steps.push(ask(word, Object.fromEntries(links.map((link, nth) => [`${word}answer${nth}`, link])), ...onlyIf))
      else if (kind === 'text') steps.push(say(word, ...onlyIf))
      else if (kind === 'forward') steps.push(forward(word, ...onlyIf))
      else steps.push(take(kind, word, ...onlyIf))
    }
    return scriptOf(...steps)
  })
}

function anyInputs(): fc.Arbitrary<readonly Input[]> {
  const answer = fc.tuple(fc.nat(11), fc.nat(2)).map(([step, nth]) => choose(`step${step}answer${nth}`))
  const text = fc.tuple(fc.constantFrom('no', 'vera@example.org', 'It is'), fc.nat(99_999)).map(([said, at]) => type(said, at))
  const pause = fc.record({ kind: fc.constant('paused' as const), typingAt: fc.option(fc.nat(99_999)), at: fc.nat(199_999) })
  const word = fc.constantFrom<Input>({ kind: 'arrived' }, { kind: 'no-operator' }, { kind: 'operator-came', operator: ann })
  return fc.array(fc.oneof({ weight: 6, arbitrary: answer }, { weight: 4, arbitrary: text }, pause, word), { maxLength: 40 })
}
