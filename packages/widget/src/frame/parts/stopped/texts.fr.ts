import type { StoppedTexts } from './texts.en.ts'

export const texts: StoppedTexts = {
  outdated: 'La discussion a été mise à jour.',
  locked: 'Cette conversation ne peut plus être ouverte sur cet appareil.',
  loadAgain: 'La recharger',
  startNew: 'Nouvelle conversation',
}
