import { expect, test } from 'vitest'
import { texts as conversationsEn } from '../conversations/texts.en.ts'
import { texts as conversationsFr } from '../conversations/texts.fr.ts'
import { chooseLanguage, regionOf } from '../preferences/languages.ts'
import { ROOMS } from '../rooms.ts'
import type { Name } from '../rooms/room.ts'

const catalogues = import.meta.glob<{ texts: object }>('../*/texts.{en,fr}.ts', { eager: true })
const parts = Object.keys(catalogues).flatMap((path) => /^(.*)\/texts\.en\.ts$/.exec(path)?.[1] ?? [])

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
  'Participant',
  'Sessions',
  'Tab',
  'minutes',
  '–',
])

type Leaf = [path: string, text: unknown]

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
}

const spoken = (text: unknown): string => (typeof text === 'function' ? String(text('1', 2, '3')) : String(text))

const textsOf = (part: string, language: 'en' | 'fr') => catalogues[`${part}/texts.${language}.ts`]?.texts ?? {}

test('[CO1] the scan finds the texts of every part of the console', () => {
  expect(parts.length).toBeGreaterThan(10)
  expect(Object.keys(catalogues)).toHaveLength(parts.length * 2)
})

test.each(parts)('[CO1][H3] every text is there in French too, and says something: %s', (part) => {
  const says = (text: unknown) => spoken(text).trim() !== ''
  const french = new Map(leaves(textsOf(part, 'fr')))
  const english = leaves(textsOf(part, 'en'))
  expect(english.length).toBeGreaterThan(0)
  const lacking = english.filter(([path, text]) => !french.has(path) || !says(text) || !says(french.get(path)))
  expect(lacking).toEqual([])
})

test.each(parts)('[CO1][H3] no French text is English left behind: %s', (part) => {
  const english = new Map(leaves(textsOf(part, 'en')))
  const same = leaves(textsOf(part, 'fr')).filter(
    ([path, text]) => typeof text === 'string' && text === english.get(path) && !SHARED.has(text),
  )
  expect(same).toEqual([])
})

test('[CO1][H3] what rooms declare is called in French too', () => {
  const names: Name[] = ROOMS.flatMap(({ places = [], settings = [], channelSections = [], keys = [] }) =>
    [...places, ...settings, ...channelSections, ...keys].map(({ name }) => name),
  )
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter(({ en, fr }) => en === '' || fr === '' || (en === fr && !SHARED.has(en)))).toEqual([])
})

test('[CO2] counts are said in the form that belongs to them in each language', () => {
  expect(conversationsEn.conversation.newBelow(1)).toBe('1 new message')
  expect(conversationsEn.conversation.newBelow(0)).toBe('0 new messages')
  expect(conversationsFr.conversation.newBelow(0)).toBe('0 nouveau message')
  expect(conversationsFr.conversation.newBelow(2)).toBe('2 nouveaux messages')
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
