import type { EndedTexts } from './texts.en.ts'

export const texts: EndedTexts = {
  startNew: 'Nouvelle conversation',
  others: 'Autres conversations',
}
