import { expect, test } from 'vitest'
import { conversationCommand } from './conversations.ts'
import { newId } from './new-id.ts'
import { saysNothing } from './says-nothing.ts'
import * as s from './schema.ts'

const INVISIBLE = [
  ['nothing', ''],
  ['spaces', ' \u00A0\u3000\n\t'],
  ['zero-width spaces and joiners', '\u200B\u200C\u200D\u2060\uFEFF'],
  ['marks of direction', '\u200E\u202E\u2066\u061C'],
  ['a soft hyphen', '\u00AD'],
  ['Hangul fillers', '\u115F\u1160\u3164\uFFA0'],
  ['the empty Braille cell', '\u2800'],
  ['variation selectors and tags', '\uFE0F\u{E0001}\u{E0041}'],
  ['controls', '\u0001\u0007\u009F'],
] as const

test.each(INVISIBLE)('[CV30][WG100] %s says nothing, to the server either', (_name, text) => {
  expect(saysNothing(text)).toBe(true)
  expect(saysNothing(`${text}.${text}`)).toBe(false)
  const send = { type: 'message.send', conversation: newId(), line: newId() }
  expect(s.safeParse(conversationCommand, { ...send, text: `${text}.` }).success).toBe(true)
  expect(s.safeParse(conversationCommand, { ...send, text }).success).toBe(false)
})

test.each(['👩‍👩‍👧', '❤️', '\u0640', '…', '\u0301'])('[CV30] %s says something', (text) => {
  expect(saysNothing(text)).toBe(false)
})

test('[CV30] a long nothing takes no longer than its length', () => {
  expect(saysNothing('\u200B'.repeat(8000))).toBe(true)
  expect(saysNothing(`${'\u200B'.repeat(8000)}!`)).toBe(false)
})
