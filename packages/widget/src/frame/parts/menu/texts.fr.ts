import type { MenuTexts } from './texts.en.ts'

export const texts: MenuTexts = {
  more: 'Plus',
  sound: 'Son à chaque nouveau message',
  end: 'Terminer la conversation',
  endSure: 'Oui, terminer maintenant',
}
