export const texts = {
  isWriting: '{name} is writing',
}

export type TypingTexts = typeof texts
