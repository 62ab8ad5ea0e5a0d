export const texts = {
  waiting: 'Waiting for an answer',
  isWriting: '{name} is writing',
  more: '{count} more',
}

export type WhoTexts = typeof texts
