import type { ActionName } from './actions.ts'

/** What of a key press decides. */
export type KeyPress = { key: string; ctrl: boolean; meta: boolean; alt: boolean }

/** Where it was pressed. `shortcuts` is the person's setting for keys of one letter. */
export type KeyPlace = { typing: boolean; dialog: 'none' | 'preview' | 'other'; shortcuts: boolean }

export const LETTERS = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  p: 'preview',
  r: 'reply',
  n: 'note',
  e: 'close',
  '?': 'keys',
} as const satisfies Record<string, ActionName>

/** The action that a key press asks for, if any: letters never while somebody types; in a dialog nothing, but that a preview may be accepted. */
export function keyAction(press: KeyPress, { typing, dialog, shortcuts }: KeyPlace): ActionName | undefined {
  if (press.alt) return undefined
  const key = press.key.toLowerCase()
  if (press.ctrl || press.meta) return key === 'k' ? 'palette' : undefined
  const letter = !typing && shortcuts && isLetter(key) ? LETTERS[key] : undefined
  if (dialog !== 'none') return dialog === 'preview' && letter === 'accept' ? letter : undefined
  return key === 'escape' ? 'escape' : letter
}

const isLetter = (key: string): key is keyof typeof LETTERS => Object.hasOwn(LETTERS, key)
