import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  presence: {
    active: 'Actif',
    away: 'Absent',
    inactive: 'Inactif',
    unavailable: 'Indisponible',
    out: 'Déconnecté',
    explained: {
      active: 'En ligne et prend des conversations',
      away: (minutes) => `Rien fait depuis ${minutes} min, ou aucune console ouverte`,
      inactive: 'Dans une conversation : ne l’a pas encore prise, ou l’a quittée',
      unavailable: 'Pas là pour les visiteurs',
      out: 'Sorti, ou session expirée',
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
