import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  notice: {
    lowered: 'La connexion vous a mis sur « Collègues seuls » : les visiteurs ne comptent pas sur vous.',
    chosen: 'Vous n’êtes pas disponible pour les visiteurs.',
    beAvailable: 'Être disponible',
    leave: 'Laisser ainsi',
  },
}
