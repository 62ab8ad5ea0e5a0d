import { expect, test } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { chooseLanguage, regionOf } from './languages.ts'

/** Words that French and English share, and names. */
const SHARED = new Set([
  'Actions',
  'Conversation',
  'Conversations',
  'Ctrl',
  'E-mail',
  'Introduction',
  'Note',
  'Page',
  'Sessions',
  'Tab',
  'minutes',
])

type Leaf = [path: string, text: unknown]

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
}

const spoken = (text: unknown): string => (typeof text === 'function' ? String(text('1', 2, '3')) : String(text))

test('[CO1][H3] every text is there in French too, and says something', () => {
  const says = (text: unknown) => spoken(text).trim() !== ''
  const french = new Map(leaves(fr))
  const lacking = leaves(en).filter(([path, text]) => !french.has(path) || !says(text) || !says(french.get(path)))
  expect(lacking).toEqual([])
})

test('[CO1][H3] no French text is English left behind', () => {
  const english = new Map(leaves(en))
  const same = leaves(fr).filter(([path, text]) => typeof text === 'string' && text === english.get(path) && !SHARED.has(text))
  expect(same).toEqual([])
})

test('[CO2] counts are said in the form that belongs to them in each language', () => {
  expect(en.conversation.newBelow(1)).toBe('1 new message')
  expect(en.conversation.newBelow(0)).toBe('0 new messages')
  expect(fr.conversation.newBelow(0)).toBe('0 nouveau message')
  expect(fr.conversation.newBelow(2)).toBe('2 nouveaux messages')
})

test('[CO3][A30] the console speaks the first language of the reader that it knows, else English', () => {
  expect(chooseLanguage(['pt-BR', 'fr-CA', 'en'])).toBe('fr')
  expect(chooseLanguage(['EN-gb'])).toBe('en')
  expect(chooseLanguage(['ja', 'constructor'])).toBe('en')
})

test('[CO3] dates are written as the region of the reader writes them', () => {
  expect(regionOf('en', ['fr', 'en-GB', 'en-US'])).toBe('en-GB')
  expect(regionOf('fr', ['en-GB'])).toBe('fr')
})
