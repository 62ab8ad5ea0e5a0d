import type { TypingTexts } from './texts.en.ts'

export const texts: TypingTexts = {
  isWriting: '{name} écrit',
}
