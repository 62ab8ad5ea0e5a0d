export const texts = { earlierOnes: 'Earlier conversations' }

export type BackThenTexts = typeof texts
