import type { Appearance } from '@portico/protocol/channels'

const CONTRAST_MIN = 4.5
const WHITE = '#ffffff'
const BLACK = '#000000'

/** The ratio of WCAG 2.2, 1 to 21, between two colours written #rrggbb. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** A text colour that cannot be read on its ground gives way to black or white, whichever stands out more. */
export const corrected = (appearance: Appearance): Appearance => ({
  ...appearance,
  headerText: readable(appearance.headerText, appearance.header),
  buttonText: readable(appearance.buttonText, appearance.button),
})

function readable(text: string, ground: string): string {
  if (contrast(text, ground) >= CONTRAST_MIN) return text
  return contrast(WHITE, ground) >= contrast(BLACK, ground) ? WHITE : BLACK
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    linear(Number.parseInt(colour.slice(start, start + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
