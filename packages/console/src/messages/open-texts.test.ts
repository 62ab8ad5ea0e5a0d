import { expect, test } from 'vitest'
import { openTexts } from './open-texts.ts'

const WORDS = { hello: 'Hello' }
const french = () => Promise.resolve({ texts: { hello: 'Bonjour' } })

test('[CO54] words are loaded once, by whoever draws or awaits them first, and then are there at once', async () => {
  let times = 0
  const texts = openTexts({ en: () => Promise.resolve({ texts: WORDS }).finally(() => times++), fr: french })
  const asked = texts.asked('en')
  expect(await texts.load('en')).toBe(WORDS)
  expect(texts.asked('en')).toBe(asked)
  // As React reads it, without waiting.
  expect(asked).toMatchObject({ status: 'fulfilled', value: WORDS })
  expect(times).toBe(1)
})

test('[CO54] words that could not be had stay so for who draws them, and the next who goes there tries again', async () => {
  let times = 0
  const texts = openTexts({
    en: () => (++times === 1 ? Promise.reject(new Error('away')) : Promise.resolve({ texts: WORDS })),
    fr: french,
  })
  await expect(texts.asked('en')).rejects.toThrow('away')
  await expect(texts.asked('en')).rejects.toThrow('away')
  expect(times).toBe(1)
  expect(await texts.load('en')).toBe(WORDS)
  expect(await texts.asked('en')).toBe(WORDS)
  expect(times).toBe(2)
})
