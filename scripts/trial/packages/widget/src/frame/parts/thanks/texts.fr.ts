import type { ThanksTexts } from './texts.en.ts'

export const texts: ThanksTexts = { thank: 'Dire merci' }
