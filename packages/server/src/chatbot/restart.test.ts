import { expect, test } from 'vitest'
import { begin } from './begin.ts'
import { contactOf } from './contact.ts'
import { nextStep } from './next-step.ts'
import { mayRestart, restart } from './restart.ts'
import type { Given, Run } from './run.ts'
import { ann, ask, choose, say, scriptOf, stepId } from './testing-script.ts'

const script = scriptOf(ask('need', { price: null, docs: 'https://docs.example/' }), say('thanks', 'price'))

test.each(['price', 'docs'])('[BT32][F10] a run that ended after "%s" begins again with nothing answered', (answer) => {
  const ended = nextStep(script, begin(script).run, choose(answer))
  if ('refused' in ended) throw new Error('refused')
  expect(ended.run).toMatchObject({ state: 'ended', given: [{ answer }] })
  const { run, acts } = begin(script)
  expect(restart(script, ended.run)).toEqual({ run, acts: [{ kind: 'restart' }, ...acts] })
})

test('[BT32][F10] it begins on the script as it stands by then', () => {
  const ended = { ...begin(script).run, state: 'ended', because: 'no-next-step' } satisfies Run
  const changed = { ...scriptOf(say('closed for today')), version: 4 }
  expect(restart(changed, ended)).toMatchObject({ run: { version: 4, path: ['closed for today'] } })
})

test('[BT32][F10] neither a run under way nor one that Ann took over is restarted', () => {
  const asking = begin(script).run
  expect([mayRestart(asking), restart(script, asking)]).toEqual([false, { refused: 'not-awaited' }])
  const handedOver = { ...asking, state: 'handed-over', operator: ann } satisfies Run
  expect([mayRestart(handedOver), restart(script, handedOver)]).toEqual([false, { refused: 'handed-over' }])
})

const address = (text: string | null): Given => ({
  kind: 'email',
  step: stepId('address'),
  address: text,
  raw: text ?? 'no',
  at: 1,
})
const number = (raw: string): Given => ({ kind: 'phone', step: stepId('number'), raw, at: 1 })

test.each<[says: string, given: readonly Given[], email: string | null, phone: string | null]>([
  ['nothing was given', [], null, null],
  ['both were given', [number('030 1'), address('vera@example.org')], 'vera@example.org', '030 1'],
  [
    'two of each were given',
    [address('a@example.org'), address('b@example.org'), number('1'), number('2')],
    'a@example.org',
    '1',
  ],
  ['the first address was no address', [address(null), address('b@example.org')], 'b@example.org', null],
  ['no address was one', [address(null)], null, null],
])('[BT27] how Vera is reached where %s', (_says, given, email, phone) => {
  expect(contactOf({ ...begin(script).run, given })).toEqual({ email, phone })
})
