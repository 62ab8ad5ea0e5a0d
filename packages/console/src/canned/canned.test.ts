import type { Canned } from '@portico/protocol/canned'
import { expect, test } from 'vitest'
import { fitting, found } from './fitting.ts'
import { fillSlots } from './slots.ts'
import { textIn } from './text-in.ts'
import { typedShortcut } from './typed-shortcut.ts'

const text = (language: string) => ({ language, text: `in ${language}` })

test.each([
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['FR', 'fr'],
  ['fr-CA', 'fr'],
  ['de', 'en'],
  [null, 'en'],
])('[CR3][E13] to a visitor of %s it is said in %s', (locale, language) => {
  expect(textIn([text('en'), text('pt-BR'), text('fr')], locale)?.language).toBe(language)
})

test.each([
  ['::', 2, { from: 0, words: '' }],
  ['::rep', 5, { from: 0, words: 'rep' }],
  ['Hello ::rép', 11, { from: 6, words: 'rép' }],
  ['(::rep and more', 6, { from: 1, words: 'rep' }],
  ['\n::a-b_1', 8, { from: 1, words: 'a-b_1' }],
  ['std::vector', 11, undefined],
  [':::x', 4, undefined],
  ['::rep lace', 10, undefined],
  ['12::30', 6, undefined],
  [`${'x'.repeat(60_000)} ::r`, 60_004, { from: 60_001, words: 'r' }],
])('[CR8][E13] in %j at %i one types %j', (typed, caret, expected) => {
  expect(typedShortcut(typed, caret)).toEqual(expected)
})

const canned = (shortcut: string, words: string) => ({ shortcut, texts: [{ language: 'en', text: words }] }) as unknown as Canned // of the rest nobody asks
const all = [
  canned('care', 'Dishwasher yes'),
  canned('replace', 'We replace it'),
  canned('réplique', 'A copy'),
  canned('when', 'The replacement leaves'),
]

test('[CR8][E13] shortcuts that begin so come first, then texts that say it; accents and capitals make no difference', () => {
  const names = (typed: string) => fitting(all, typed).map(({ shortcut }) => shortcut)
  expect(names('')).toEqual(['care', 'replace', 'réplique', 'when'])
  expect(names('REP')).toEqual(['replace', 'réplique', 'when'])
  expect(names('dish')).toEqual(['care'])
  expect(names('nothing')).toEqual([])
  expect(found(all, 'leaves repl').map(({ shortcut }) => shortcut)).toEqual(['when'])
})

const called = (slot: string) => `the ${slot}`

test('[CR10][E13] slots say what is known, else what the text says, else that it is to be said', () => {
  const known = { firstName: 'Adaeze', email: null, name: ' ' }
  const fill = (template: string) => fillSlots(template, known, called)
  expect(fill('Hi {{firstName}} and {{ firstName }}')).toEqual({ text: 'Hi Adaeze and Adaeze', open: undefined })
  expect(fill('Hi {{name|you there}}.')).toEqual({ text: 'Hi you there.', open: undefined })
  expect(fill('To {{email}}, {{operator}}')).toEqual({ text: 'To [the email], [the operator]', open: { from: 3, to: 14 } })
})

test('[CR10] what is no slot stays as it is, and a name that looks like one is not filled again', () => {
  const hostile = { firstName: '{{email}}$&', email: 'a@b' }
  expect(fillSlots('{{firstName}}', hostile, called).text).toBe('{{email}}$&')
  expect(fillSlots('{{price}} {first} {{}} {{', hostile, called)).toEqual({ text: '{{price}} {first} {{}} {{', open: undefined })
})
