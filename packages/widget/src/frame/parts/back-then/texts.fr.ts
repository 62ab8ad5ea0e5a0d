import type { BackThenTexts } from './texts.en.ts'

export const texts: BackThenTexts = { earlierOnes: 'Conversations précédentes' }
