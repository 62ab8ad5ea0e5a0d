import { expect, test } from 'vitest'
import * as s from './schema.ts'
import { isTexts, textIn, texts } from './texts.ts'

test('[CH53] a visitor reads a text in his locale, else in its language, else the first', () => {
  const greeting = { en: 'Hello', fr: 'Bonjour', 'fr-CA': 'Allô' }
  expect(textIn(greeting, 'fr-CA')).toBe('Allô')
  expect(textIn(greeting, 'fr-BE')).toBe('Bonjour')
  expect([textIn(greeting, 'pt'), textIn(greeting), textIn({}, 'pt')]).toEqual(['Hello', 'Hello', ''])
})

test('[CH53] texts are named by locales, each as long as it may be', () => {
  expect(s.safeParse(texts(5), { en: 'Hello', fr: 'Salut' }).success).toBe(true)
  for (const wrong of [{ EN: 'Hello' }, { en: 'Hello!' }, { __proto__x: 'Hello' }])
    expect(s.safeParse(texts(5), wrong).success).toBe(false)
  expect(isTexts(texts(5))).toBe(true)
  expect(isTexts(s.text(5))).toBe(false)
})
