export const texts = {
  failed: 'Earlier conversations could not be loaded.',
  tryAgain: 'Try again',
  more: 'Show more',
  unanswered: 'Not answered',
}

export type PastTexts = typeof texts
