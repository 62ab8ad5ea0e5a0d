/** What of a key press decides. */
export type KeyPress = { key: string; ctrl: boolean; meta: boolean; alt: boolean }

/** Where it was pressed. `shortcuts` is the person's setting for keys of one letter. */
export type KeyPlace = { typing: boolean; dialog: 'none' | 'preview' | 'other'; shortcuts: boolean }

/** The action that each letter asks for, as rooms declare them. */
export type Letters = ReadonlyMap<string, string>

type Pressed = { press: KeyPress; place: KeyPlace; letters: Letters }

/** The action that a key press asks for, if any: letters never while somebody types; in a dialog nothing, but that a preview may be accepted. */
export function keyAction({ press, place: { typing, dialog, shortcuts }, letters }: Pressed): string | undefined {
  if (press.alt) return undefined
  const key = press.key.toLowerCase()
  if (press.ctrl || press.meta) return key === 'k' ? 'palette' : undefined
  const letter = !typing && shortcuts ? letters.get(key) : undefined
  if (dialog !== 'none') return dialog === 'preview' && letter === 'accept' ? letter : undefined
  return key === 'escape' ? 'escape' : letter
}
