export const texts = {
  signIn: 'This chat is for customers: sign in on this site first.',
}

export type CustomerTexts = typeof texts
