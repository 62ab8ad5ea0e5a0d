export const texts = { thank: 'Say thank you' }
export type ThanksTexts = typeof texts
