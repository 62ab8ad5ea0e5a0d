import type { EarlierTexts } from './texts.en.ts'

export const texts: EarlierTexts = {
  earlier: 'Chargement des messages précédents',
  earlierFailed: 'Les messages précédents n’ont pas pu être chargés.',
  tryAgain: 'Réessayer',
}
