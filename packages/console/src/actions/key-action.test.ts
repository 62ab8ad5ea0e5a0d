import { expect, test } from 'vitest'
import { keyAction, type KeyPlace, type KeyPress } from './key-action.ts'

const press = (key: string, control = false) => ({ key, ctrl: control, meta: false, alt: false })
const LETTERS = new Map(
  Object.entries({ j: 'next', k: 'previous', a: 'accept', p: 'preview', r: 'reply', n: 'note', e: 'close', '?': 'keys' }),
)
const FREE: KeyPlace = { typing: false, dialog: 'none', shortcuts: true }
const asked = (pressed: KeyPress, place: KeyPlace) => keyAction({ press: pressed, place, letters: LETTERS })

test('[CO9] each key does what the list of keys says', () => {
  const wishes = ['j', 'k', 'a', 'p', 'r', 'n', 'e', '?', 'Escape'].map((key) => asked(press(key), FREE))
  expect(wishes).toEqual(['next', 'previous', 'accept', 'preview', 'reply', 'note', 'close', 'keys', 'escape'])
})

test('[CO9] letters mean themselves while somebody types', () => {
  const typing: KeyPlace = { ...FREE, typing: true }
  expect(['j', 'A', '?', 'e'].map((key) => asked(press(key), typing))).toEqual([undefined, undefined, undefined, undefined])
  expect(asked(press('Escape'), typing)).toBe('escape')
})

test('[CO9] Ctrl K and ⌘ K open the palette from everywhere', () => {
  expect(asked(press('k', true), { typing: true, dialog: 'other', shortcuts: false })).toBe('palette')
  expect(asked({ ...press('K'), meta: true }, FREE)).toBe('palette')
})

test('[CO9] Ctrl and a letter belongs to the browser', () => {
  expect(asked(press('a', true), FREE)).toBeUndefined()
  expect(asked({ ...press('e'), alt: true }, FREE)).toBeUndefined()
})

test('[CO9][C2] in a dialog letters do nothing, but that a preview may be accepted', () => {
  expect(asked(press('a'), { ...FREE, dialog: 'other' })).toBeUndefined()
  expect(asked(press('a'), { ...FREE, dialog: 'preview' })).toBe('accept')
  expect(asked(press('e'), { ...FREE, dialog: 'preview' })).toBeUndefined()
})

test('[CO9] keys of one letter can be switched off', () => {
  expect(asked(press('a'), { ...FREE, shortcuts: false })).toBeUndefined()
  expect(asked(press('Escape'), { ...FREE, shortcuts: false })).toBe('escape')
})
