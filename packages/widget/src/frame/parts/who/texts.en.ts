export const texts = {
  waiting: 'Waiting for an answer',
  answersIn: 'Usually answer in {time}',
  more: '{count} more',
}

export type WhoTexts = typeof texts
