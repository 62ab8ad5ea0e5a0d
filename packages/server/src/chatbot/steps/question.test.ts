import { expect, test } from 'vitest'
import { nextStep } from '../next-step.ts'
import { ask, choose, play, say, scriptOf, take, turn, type } from '../testing-script.ts'

const need = ask('need', { price: null, help: null, other: null })
const urgent = ask('urgent', { yes: null, no: null })

test('[BT17][F2] a question is answered with one of its answers', () => {
  const script = scriptOf(need, say('thanks'))
  const { run, acts } = play(script, choose('help'))
  expect(run.given).toEqual([{ kind: 'choice', step: 'need', answer: 'help', raw: 'help!', at: 1000 }])
  expect(acts).toEqual([{ kind: 'say', step: 'thanks', text: 'thanks' }])
})

test('[BT18] Vera clicks twice, or in two tabs: the first choice counts', () => {
  const script = scriptOf(need, urgent, take('email', 'address'))
  const once = play(script, choose('help'))
  expect(nextStep(script, once.run, choose('help'))).toEqual({ refused: 'answered-already' })
  expect(nextStep(script, once.run, choose('price'))).toEqual({ refused: 'answered-already' })
  const twice = play(script, choose('help'), choose('no'))
  expect(nextStep(script, twice.run, choose('yes'))).toEqual({ refused: 'answered-already' })
})

const linked = scriptOf(
  ask('where', { below: '#details', inside: '/docs', sister: 'https://help.example/', outside: 'https://other.example/' }),
  say('thanks'),
  take('phone', 'number'),
)

test('[BT20][F4] a link to the same page is followed and the run goes on at once', () => {
  const { run, acts } = play(linked, choose('below'))
  expect(run).toMatchObject({ state: 'asking', step: 'number' })
  expect(acts).toEqual([
    { kind: 'go', link: '#details', landing: 'same-page' },
    { kind: 'say', step: 'thanks', text: 'thanks' },
    { kind: 'say', step: 'number', text: 'number' },
  ])
})

test.each([
  ['inside', '/docs', []],
  ['sister', 'https://help.example/', ['help.example']],
])('[BT20][F4] after the link of "%s" the run goes on when a page has loaded, once', (answer, link, hosts) => {
  const left = play(linked, choose(answer, { hosts }))
  expect(left.run).toMatchObject({ state: 'redirecting', link })
  expect(left.acts).toEqual([{ kind: 'go', link, landing: 'same-site' }])
  expect(nextStep(linked, left.run, type('hello?'))).toEqual({ refused: 'not-awaited' })
  const arrived = turn(nextStep(linked, left.run, { kind: 'arrived' }))
  expect(arrived.acts.map(({ kind }) => kind)).toEqual(['say', 'say'])
  expect(nextStep(linked, arrived.run, { kind: 'arrived' })).toEqual({ refused: 'not-awaited' })
})

test.each(['outside', 'sister'])('[BT20][F4] the link of "%s", to a foreign site, ends the run', (answer) => {
  const { run, acts } = play(linked, choose(answer))
  expect(run).toMatchObject({ state: 'ended', because: 'left-site', path: ['where'], given: [{ answer }] })
  expect(acts).toMatchObject([{ kind: 'go', landing: 'external' }])
})
