import { expect, test } from 'vitest'
import type { ScriptFault } from './fault.ts'
import { firstStepWarning, scriptFaults } from './script.ts'
import type { Step } from './steps/step.ts'
import { answerId, ask, forward, say, scriptOf, take } from './testing-script.ts'

const hello = say('hello')
const need = ask('need', { price: null, help: null })

test('[BT1][F2] a script of every kind of step has no fault', () => {
  const script = scriptOf(
    hello,
    need,
    say('prices', 'price'),
    take('email', 'address'),
    take('phone', 'number'),
    take('single-input', 'subject'),
    take('multi-input', 'story'),
    forward('operator', 'help'),
  )
  expect(scriptFaults(script)).toEqual([])
})

const faulty: readonly [rule: string, says: string, steps: readonly Step[], faults: readonly ScriptFault[]][] = [
  ['[BT2]', 'a script without steps', [], [{ place: 'steps', fault: 'no-steps', seen: '0' }]],
  [
    '[BT2]',
    'a script of 201 steps',
    Array.from({ length: 201 }, (_, index) => say(`line${index}`)),
    [{ place: 'steps', fault: 'too-many-steps', seen: '201', expected: '200' }],
  ],
  [
    '[BT2]',
    'two steps of one id',
    [hello, need, hello],
    [{ place: 'steps[2].id', fault: 'id-twice', seen: 'hello', expected: 'steps[0].id' }],
  ],
  [
    '[BT2]',
    'two answers of one id',
    [need, ask('again', { help: null })],
    [{ place: 'steps[1].answers[0].id', fault: 'id-twice', seen: 'help', expected: 'steps[0].answers[1].id' }],
  ],
  ['[BT3]', 'a step that says nothing', [{ ...hello, text: ' \n' }], [{ place: 'steps[0].text', fault: 'no-text', seen: ' \n' }]],
  [
    '[BT3]',
    'a request that says nothing',
    [hello, { ...take('email', 'address'), text: '' }],
    [{ place: 'steps[1].text', fault: 'no-text', seen: '' }],
  ],
  [
    '[BT3]',
    'an answer that says nothing',
    [{ ...hello, kind: 'question', answers: [{ id: answerId('blank'), text: '', link: null }] }],
    [{ place: 'steps[0].answers[0].text', fault: 'no-text', seen: '' }],
  ],
  [
    '[BT4][F2]',
    'a question without answers',
    [hello, ask('what', {})],
    [{ place: 'steps[1].answers', fault: 'no-answers', seen: '0' }],
  ],
  [
    '[BT4][F2]',
    'a question with 21 answers',
    [ask('what', Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`answer${index}`, null])))],
    [{ place: 'steps[0].answers', fault: 'too-many-answers', seen: '21', expected: '20' }],
  ],
  [
    '[BT5][F4]',
    'a link that runs a script',
    [ask('where', { here: '/prices', there: 'javascript:alert(1)' })],
    [{ place: 'steps[0].answers[1].link', fault: 'link-not-web', seen: 'javascript:alert(1)' }],
  ],
  [
    '[BT6][F3]',
    'a jump to a missing step',
    [need, say('prices', 'price', 'gone')],
    [{ place: 'steps[1].onlyIf[1]', fault: 'condition-unknown', seen: 'gone' }],
  ],
  [
    '[BT6][F3]',
    'a condition on a later answer',
    [say('prices', 'price'), need],
    [{ place: 'steps[0].onlyIf[0]', fault: 'condition-not-earlier', seen: 'price' }],
  ],
  [
    '[BT6][F3]',
    'a condition of a question on its own answer',
    [ask('need', { price: null }, 'price')],
    [{ place: 'steps[0].onlyIf[0]', fault: 'condition-not-earlier', seen: 'price' }],
  ],
  [
    '[BT7]',
    'a script with three faults, which are all named,',
    [say('first', 'gone'), ask('what', {}), hello, { ...hello, text: 'hello again' }],
    [
      { place: 'steps[3].id', fault: 'id-twice', seen: 'hello', expected: 'steps[2].id' },
      { place: 'steps[0].onlyIf[0]', fault: 'condition-unknown', seen: 'gone' },
      { place: 'steps[1].answers', fault: 'no-answers', seen: '0' },
    ],
  ],
]
test.each(faulty)('%s %s is refused at its place', (_rule, _says, steps, faults) => {
  expect(scriptFaults(scriptOf(...steps))).toEqual(faults)
})

test('[BT2] a script may have 200 steps', () => {
  expect(scriptFaults(scriptOf(...Array.from({ length: 200 }, (_, index) => say(`line${index}`))))).toEqual([])
})

test('[BT3] a forward may be silent', () => {
  expect(scriptFaults(scriptOf(hello, { ...forward('operator'), text: '' }))).toEqual([])
})

test.each<[expected: ReturnType<typeof firstStepWarning>, says: string, steps: readonly Step[]]>([
  ['operator', 'a script that begins with a forward', [forward('operator'), take('email', 'address')]],
  ['operator', 'texts and then a forward', [hello, say('wait'), forward('operator')]],
  ['invalid', 'a single text', [hello]],
  ['invalid', 'texts only', [hello, say('bye')]],
  [null, 'a question', [hello, need]],
  [null, 'an e-mail step', [hello, take('email', 'address')]],
  [null, 'a phone step', [take('phone', 'number')]],
  [null, 'a single free input', [take('single-input', 'subject'), forward('operator')]],
  [null, 'a free input of several messages', [take('multi-input', 'story')]],
  [null, 'no steps at all', []],
])('[BT8][F8] warns %s of %s', (expected, _says, steps) => {
  expect(firstStepWarning(scriptOf(...steps))).toBe(expected)
})
