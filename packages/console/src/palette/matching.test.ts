import { expect, test } from 'vitest'
import { matching } from './matching.ts'

const ITEMS = [
  { label: 'Sign-in and second factor', hint: 'Settings' },
  { label: 'Adaeze Okonkwo-Lindqvist', hint: 'Mine', address: 'adaeze@posteo.example' },
  { label: 'Écrire une réponse', hint: undefined },
]

test.each([
  ['factor sign', ['Sign-in and second factor']],
  ['settings factor', ['Sign-in and second factor']],
  ['lindq', ['Adaeze Okonkwo-Lindqvist']],
  ['adaeze@pos', ['Adaeze Okonkwo-Lindqvist']],
  ['reponse', ['Écrire une réponse']],
  ['actor', []],
  ['', ITEMS.map(({ label }) => label)],
])('[CO97] %j finds by any of its words %j', (typed, labels) => {
  expect(matching(ITEMS, typed).map(({ label }) => label)).toEqual(labels)
})

test('[FT11] what was found by its words stands there whatever it is called, behind what is called so', () => {
  const found = { label: 'Vera', hint: undefined, isFound: true }
  expect(matching([found, ...ITEMS], 'sign')).toEqual([ITEMS[0], found])
})
