export const texts = {
  connectionLost: 'The connection is lost. Your words are kept. Next try {time}.',
  tooMuchAtOnce: 'Too much from your network at once. Your words are kept. Next try {time}.',
  tryNow: 'Try now',
}

export type LostTexts = typeof texts
