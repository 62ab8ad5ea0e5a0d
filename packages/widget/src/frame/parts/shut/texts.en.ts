export const texts = {
  off: 'The chat is switched off at the moment.',
  notNow: 'No new conversations can be begun at the moment.',
}

export type ShutTexts = typeof texts
