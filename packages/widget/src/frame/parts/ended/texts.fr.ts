import type { EndedTexts } from './texts.en.ts'

export const texts: EndedTexts = {
  startNew: 'Nouvelle conversation',
  reopen: 'Reprendre celle-ci',
  others: 'Autres conversations',
}
