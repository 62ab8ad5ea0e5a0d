const CONTRAST_MIN = 4.5
const STEPS = 20

/** The colour, moved away from the surface until it can be read there. */
export function readable(colour: string, surface: string): string {
  const goal = luminance(surface) > 0.5 ? 0 : 255
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => mix({ colour, goal, share: step / STEPS }))
  return steps.find((mixed) => contrast(mixed, surface) >= CONTRAST_MIN) ?? colour
}

export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function mix({ colour, goal, share }: { colour: string; goal: number; share: number }): string {
  const mixed = channels(colour).map((value) => Math.round(value + (goal - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

// As WCAG 2 defines it.
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
