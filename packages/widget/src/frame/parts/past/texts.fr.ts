import type { PastTexts } from './texts.en.ts'

export const texts: PastTexts = {
  failed: 'Les conversations précédentes n’ont pas pu être chargées.',
  tryAgain: 'Réessayer',
  more: 'En afficher plus',
  unanswered: 'Sans réponse',
}
