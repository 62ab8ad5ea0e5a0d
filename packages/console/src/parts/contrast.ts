/** Text must reach this against what it stands on. */
export const CONTRAST_MIN = 4.5

type Rgb = readonly [number, number, number]

export const isColour = (value: string): boolean => /^#[0-9a-f]{6}$/i.test(value)

/** The contrast of two colours as WCAG 2 measures it: 1 for the same, 21 for black and white. */
export function contrast(left: string, right: string): number {
  const [dark, light] = [luminance(rgbOf(left)), luminance(rgbOf(right))].sort((one, other) => one - other)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** White where it can be read on this ground, else black. */
export function textOn(ground: string): '#ffffff' | '#000000' {
  return contrast(ground, '#ffffff') >= CONTRAST_MIN ? '#ffffff' : '#000000'
}

/**
 * The shade of `ground` nearest to it on which `text` can be read. It goes away from the text, towards black or white; where
 * the text is in the middle, whichever way is shorter.
 */
export function readableShade(ground: string, text: string): string {
  if (contrast(ground, text) >= CONTRAST_MIN) return ground.toLowerCase()
  const shades = [shadeTowards(ground, text, 0), shadeTowards(ground, text, 255)].filter((shade) => shade !== undefined)
  return shades.sort((left, right) => left.steps - right.steps)[0]?.colour ?? textOn(text)
}

const STEPS = 200

function shadeTowards(ground: string, text: string, end: 0 | 255): { colour: string; steps: number } | undefined {
  const from = rgbOf(ground)
  for (let steps = 1; steps <= STEPS; steps++) {
    const colour = hexOf(from.map((value) => value + ((end - value) * steps) / STEPS))
    if (contrast(colour, text) >= CONTRAST_MIN) return { colour, steps }
  }
  return undefined
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(value: number): number {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

const hexOf = (rgb: readonly number[]): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
