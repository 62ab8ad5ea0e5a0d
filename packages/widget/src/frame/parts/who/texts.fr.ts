import type { WhoTexts } from './texts.en.ts'

export const texts: WhoTexts = {
  waiting: 'En attente d’une réponse',
  isWriting: '{name} écrit',
  more: '{count} de plus',
}
