import type { Appearance } from '@portico/protocol/channels'

/** The surfaces of the widget in either theme, as in tokens.css. */
const SURFACE = { light: '#ffffff', dark: '#221f1c' }

/**
 * The channel's four colours at once; a moment later its button's as text on the widget's own surfaces, where links have that of
 * tokens.css until then. Called at each drawing.
 */
export function openColours(page: HTMLElement): (appearance: Appearance) => void {
  let drawn: Appearance | undefined

  async function addText(appearance: Appearance) {
    const { readable } = await import('./readable-colour.ts')
    if (appearance === drawn) page.style.setProperty('--channel-text', textColourOf(appearance.button, readable))
  }

  return (appearance) => {
    if (appearance === drawn) return
    drawn = appearance
    const { header, headerText, button, buttonText } = appearance
    const colours = { header, 'header-text': headerText, button, 'button-text': buttonText }
    for (const [name, colour] of Object.entries(colours)) page.style.setProperty(`--channel-${name}`, colour)
    addText(appearance).catch(() => {}) // links keep the colour they have
  }
}

export const textColourOf = (button: string, readable: (colour: string, surface: string) => string): string =>
  `light-dark(${readable(button, SURFACE.light)}, ${readable(button, SURFACE.dark)})`
