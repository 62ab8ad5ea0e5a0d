export const texts = {
  endedText: 'You can write to us again at any time.',
}

export type EndedTexts = typeof texts
