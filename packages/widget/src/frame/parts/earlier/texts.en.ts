export const texts = {
  earlier: 'Loading earlier messages',
  earlierFailed: 'Earlier messages could not be loaded.',
  tryAgain: 'Try again',
}

export type EarlierTexts = typeof texts
