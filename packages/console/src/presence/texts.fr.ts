import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  presence: {
    active: 'Actif',
    unavailable: 'Indisponible',
    out: 'Déconnecté',
    explained: {
      active: 'En ligne et prend des conversations',
      unavailable: 'A coupé sa disponibilité',
      out: 'Aucune session ouverte',
    },
    available: 'Disponible',
    switch: 'Disponible pour les conversations',
    change: 'Changer la disponibilité',
  },
}
