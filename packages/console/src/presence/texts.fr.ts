import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  presence: {
    active: 'Actif',
    away: 'Absent',
    unavailable: 'Indisponible',
    out: 'Déconnecté',
    explained: {
      active: 'En ligne et prend des conversations',
      away: 'En ligne, rien fait depuis 5 minutes',
      unavailable: 'Pas là pour les visiteurs',
      out: 'Aucune console ouverte',
    },
    reach: 'Quelles conversations vous parviennent',
    stops: {
      everybody: { name: 'Disponible', meaning: 'Visiteurs et collègues' },
      internal: { name: 'Collègues seuls', meaning: 'Les visiteurs ne comptent pas sur vous' },
      unavailable: { name: 'Indisponible', meaning: 'Les conversations ouvertes restent les vôtres' },
    },
    switch: (stop) => `${stop}, changer la disponibilité`,
  },
}
