import { expect, test } from 'vitest'
import { begin } from './begin.ts'
import type { Input, Unheard } from './input.ts'
import { nextStep } from './next-step.ts'
import type { Run } from './run.ts'
import type { Script } from './script.ts'
import type { Step } from './steps/step.ts'
import { ask, choose, forward, play, say, scriptOf, stepId, take, type } from './testing-script.ts'

const hello = say('hello')
const urgent = ask('urgent', { yes: null, no: null })
const need = ask('need', { price: null, help: null, other: null })

test.each<[rule: string, says: string, steps: readonly Step[], choices: readonly string[], path: readonly string[]]>([
  ['[BT13][F3]', 'no condition: always played', [need, say('thanks')], ['other'], ['need', 'thanks']],
  ['[BT13][F3]', 'the answer was chosen', [need, say('prices', 'price')], ['price'], ['need', 'prices']],
  ['[BT13][F3]', 'another answer was chosen', [need, say('prices', 'price')], ['help'], ['need']],
  ['[BT13][F3]', 'either answer of one step: the first', [need, say('wait', 'price', 'help')], ['price'], ['need', 'wait']],
  ['[BT13][F3]', 'either answer of one step: the second', [need, say('wait', 'price', 'help')], ['help'], ['need', 'wait']],
  ['[BT13][F3]', 'either answer of one step: neither', [need, say('wait', 'price', 'help')], ['other'], ['need']],
  [
    '[BT13][F3]',
    'answers of two steps: both',
    [need, urgent, say('soon', 'help', 'yes')],
    ['help', 'yes'],
    ['need', 'urgent', 'soon'],
  ],
  [
    '[BT13][F3]',
    'answers of two steps: only the first',
    [need, urgent, say('soon', 'help', 'yes')],
    ['help', 'no'],
    ['need', 'urgent'],
  ],
  [
    '[BT13][F3]',
    'answers of two steps: only the second',
    [need, urgent, say('soon', 'help', 'yes')],
    ['price', 'yes'],
    ['need', 'urgent'],
  ],
  [
    '[BT13][F3]',
    'one of two and one of another step',
    [need, urgent, say('soon', 'price', 'help', 'yes')],
    ['price', 'yes'],
    ['need', 'urgent', 'soon'],
  ],
  [
    '[BT13]',
    'an answer that no step offers beside one that was chosen',
    [need, say('prices', 'price', 'gone')],
    ['price'],
    ['need'],
  ],
  ['[BT14]', 'two texts in a row', [need, hello, say('thanks')], ['price'], ['need', 'hello', 'thanks']],
  [
    '[BT14]',
    'a later step, past one whose condition fails',
    [need, say('prices', 'price'), say('thanks')],
    ['help'],
    ['need', 'thanks'],
  ],
  [
    '[BT14]',
    'a text, then a step that waits, and no further',
    [need, hello, take('phone', 'number'), say('thanks')],
    ['help'],
    ['need', 'hello', 'number'],
  ],
  ['[BT15]', 'nothing after the last step', [hello, need], ['price'], ['hello', 'need']],
])('%s what is played: %s', (_rule, _says, steps, choices, path) => {
  expect(play(scriptOf(...steps), ...choices.map((answer) => choose(answer))).run.path).toEqual(path)
})

test('[BT15] with no step left the run has ended, and then hears nothing', () => {
  const script = scriptOf(hello, need, say('prices', 'price'))
  const { run } = play(script, choose('help'))
  expect(run).toMatchObject({ state: 'ended', because: 'no-next-step' })
  expect(nextStep(script, run, type('and now?'))).toEqual({ refused: 'ended' })
})

test('[BT19][F12] what was answered is kept as it was given, step by step', () => {
  const script = scriptOf(
    need,
    take('email', 'address'),
    take('phone', 'number'),
    take('single-input', 'subject'),
    take('multi-input', 'story'),
  )
  const { run } = play(
    script,
    choose('other'),
    type(' Vera <vera@Example.org>', 2000),
    type('after six: 030 1234', 3000),
    type('  the <b>door</b> ', 4000),
    type('It is', 5000),
    type('open.', 6000),
    { kind: 'paused', typingAt: null, at: 16_000 },
  )
  expect(run).toMatchObject({ state: 'ended' })
  expect(run.given).toEqual([
    { kind: 'choice', step: 'need', answer: 'other', raw: 'other!', at: 1000 },
    { kind: 'email', step: 'address', address: 'vera@example.org', raw: ' Vera <vera@Example.org>', at: 2000 },
    { kind: 'phone', step: 'number', raw: 'after six: 030 1234', at: 3000 },
    { kind: 'words', step: 'subject', raw: '  the <b>door</b> ', at: 4000 },
    { kind: 'words', step: 'story', raw: 'It is\nopen.', at: 6000 },
  ])
})

test.each(['030 1234', 'please do not call', '☎'])('[BT23][F2] %j is a telephone number', (text) => {
  expect(play(scriptOf(take('phone', 'number')), type(text)).run.given).toMatchObject([{ kind: 'phone', raw: text }])
})

test('[BT24][F2] a single free input takes the next message', () => {
  const script = scriptOf(take('single-input', 'subject'), take('single-input', 'more'))
  const { run } = play(script, type('the door'))
  expect(run).toMatchObject({ state: 'asking', step: 'more', given: [{ kind: 'words', step: 'subject', raw: 'the door' }] })
})

test('[BT33] a run on another version, another script, or a version that lost its step is an error that names both', () => {
  const script = scriptOf(hello, need, say('thanks'))
  const { run } = begin(script)
  expect(() => nextStep({ ...script, version: 4 }, run, choose('price'))).toThrow(
    'expected script bot version 3, which the run is of; got script bot version 4',
  )
  const other = 'other' as Script['id'] // a test's own id
  expect(() => nextStep(script, { ...run, script: other }, choose('price'))).toThrow('expected script other version 3')
  expect(() => nextStep(scriptOf(hello), run, type('hello'))).toThrow(
    'script bot version 3 has no step need, where the run stands',
  )
  const redirecting: Run = { script: script.id, version: 3, path: [stepId('gone')], given: [], state: 'redirecting', link: '/' }
  expect(() => nextStep(script, redirecting, { kind: 'arrived' })).toThrow(
    'script bot version 3 has no step gone, where the run stands',
  )
})

const waitingAt: Record<string, readonly [Script, ...Input[]]> = {
  question: [scriptOf(need)],
  email: [scriptOf(take('email', 'address'))],
  phone: [scriptOf(take('phone', 'number'))],
  'single-input': [scriptOf(take('single-input', 'subject'))],
  'multi-input': [scriptOf(take('multi-input', 'story'))],
  forward: [scriptOf(forward('operator'))],
}
test.each<[at: string, input: Input, refused: Unheard]>([
  ['question', type('price'), 'choose-an-answer'],
  ['question', choose('gone'), 'unknown-answer'],
  ['question', { kind: 'paused', typingAt: null, at: 99_000 }, 'not-awaited'],
  ['question', { kind: 'arrived' }, 'not-awaited'],
  ['question', { kind: 'no-operator' }, 'not-awaited'],
  ['email', choose('price'), 'not-awaited'],
  ['email', { kind: 'no-operator' }, 'not-awaited'],
  ['phone', choose('price'), 'not-awaited'],
  ['phone', { kind: 'arrived' }, 'not-awaited'],
  ['single-input', choose('price'), 'not-awaited'],
  ['single-input', { kind: 'paused', typingAt: null, at: 99_000 }, 'not-awaited'],
  ['multi-input', choose('price'), 'not-awaited'],
  ['multi-input', { kind: 'no-operator' }, 'not-awaited'],
  ['forward', choose('price'), 'not-awaited'],
  ['forward', type('hello'), 'not-awaited'],
  ['forward', { kind: 'arrived' }, 'not-awaited'],
])('[BT34][BT17] a step of kind %s that is told %o refuses it: %s', (at, input, refused) => {
  const [script, ...before] = waitingAt[at] ?? [scriptOf()]
  const { run } = play(script, ...before)
  expect(nextStep(script, run, input)).toEqual({ refused })
})
