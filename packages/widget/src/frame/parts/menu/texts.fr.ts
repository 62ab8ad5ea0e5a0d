import type { MenuTexts } from './texts.en.ts'

export const texts: MenuTexts = {
  more: 'Plus',
  sound: 'Son à chaque nouveau message',
  download: 'Télécharger en PDF',
  downloadFailed: 'Cela n’a pas abouti. Réessayer ?',
  end: 'Terminer la conversation',
  endSure: 'Oui, terminer maintenant',
}
