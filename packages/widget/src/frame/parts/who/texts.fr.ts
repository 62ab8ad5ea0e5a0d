import type { WhoTexts } from './texts.en.ts'

export const texts: WhoTexts = {
  waiting: 'En attente d’une réponse',
  answersIn: 'Réponse en général sous {time}',
  more: '{count} de plus',
}
