import type { EndedTexts } from './texts.en.ts'

export const texts: EndedTexts = {
  endedText: 'Vous pouvez nous écrire de nouveau à tout moment.',
}
