export const texts = {
  title: 'With whom do we talk?',
  skip: 'Skip',
  send: 'Send',
}

export type AskingTexts = typeof texts
