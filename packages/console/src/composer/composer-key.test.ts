import { expect, test } from 'vitest'
import { type ComposerKey, composerKey } from './composer-key.ts'

const press = (change: Partial<ComposerKey>): ComposerKey => ({
  key: 'Enter',
  shift: false,
  control: false,
  composing: false,
  empty: false,
  unread: false,
  ...change,
})

test('[CO19][A23] Enter sends, Shift and Enter breaks the line', () => {
  expect(composerKey(press({}))).toBe('send')
  expect(composerKey(press({ shift: true }))).toBeUndefined()
})

test('[CO19][A23] Enter belongs to the input method while it composes', () => {
  expect(composerKey(press({ composing: true }))).toBeUndefined()
})

test('[CO8] Tab in an empty composer goes to the oldest unread, and else where Tab always goes', () => {
  expect(composerKey(press({ key: 'Tab', empty: true, unread: true }))).toBe('unread')
  expect(composerKey(press({ key: 'Tab', empty: true, unread: false }))).toBeUndefined()
  expect(composerKey(press({ key: 'Tab', empty: false, unread: true }))).toBeUndefined()
  expect(composerKey(press({ key: 'Tab', empty: true, unread: true, shift: true }))).toBeUndefined()
})

test('[CO9] Escape leaves the composer, so that the keys work', () => {
  expect(composerKey(press({ key: 'Escape' }))).toBe('leave')
})
