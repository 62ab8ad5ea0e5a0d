/** White space, or what is drawn as nothing at all, alone: joiners and other ignorables, controls, fillers, the empty Braille cell. */
export const saysNothing = (text: string): boolean =>
  /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]*$/u.test(text)
