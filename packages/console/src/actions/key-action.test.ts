import { expect, test } from 'vitest'
import { keyAction, type KeyPlace } from './key-action.ts'

const press = (key: string, control = false) => ({ key, ctrl: control, meta: false, alt: false })
const FREE: KeyPlace = { typing: false, dialog: 'none', shortcuts: true }

test('[CO9] each key does what the list of keys says', () => {
  const wishes = ['j', 'k', 'a', 'p', 'r', 'n', 'e', '?', 'Escape'].map((key) => keyAction(press(key), FREE))
  expect(wishes).toEqual(['next', 'previous', 'accept', 'preview', 'reply', 'note', 'close', 'keys', 'escape'])
})

test('[CO9] letters mean themselves while somebody types', () => {
  const typing: KeyPlace = { ...FREE, typing: true }
  expect(['j', 'A', '?', 'e'].map((key) => keyAction(press(key), typing))).toEqual([undefined, undefined, undefined, undefined])
  expect(keyAction(press('Escape'), typing)).toBe('escape')
})

test('[CO9] Ctrl K and ⌘ K open the palette from everywhere', () => {
  expect(keyAction(press('k', true), { typing: true, dialog: 'other', shortcuts: false })).toBe('palette')
  expect(keyAction({ ...press('K'), meta: true }, FREE)).toBe('palette')
})

test('[CO9] Ctrl and a letter belongs to the browser', () => {
  expect(keyAction(press('a', true), FREE)).toBeUndefined()
  expect(keyAction({ ...press('e'), alt: true }, FREE)).toBeUndefined()
})

test('[CO9][C2] in a dialog letters do nothing, but that a preview may be accepted', () => {
  expect(keyAction(press('a'), { ...FREE, dialog: 'other' })).toBeUndefined()
  expect(keyAction(press('a'), { ...FREE, dialog: 'preview' })).toBe('accept')
  expect(keyAction(press('e'), { ...FREE, dialog: 'preview' })).toBeUndefined()
})

test('[CO9] keys of one letter can be switched off', () => {
  expect(keyAction(press('a'), { ...FREE, shortcuts: false })).toBeUndefined()
  expect(keyAction(press('Escape'), { ...FREE, shortcuts: false })).toBe('escape')
})
