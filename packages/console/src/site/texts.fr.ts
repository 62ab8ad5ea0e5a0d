import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  site: {
    group: 'Votre site',
    text: 'Les visiteurs voient les deux. Un canal qui a ses propres couleurs les garde.',
    days: 'Jours',
    daysText: 'Quand un jour commence et finit dans les chiffres et les rapports.',
    zone: 'Fuseau horaire',
    saved: 'Enregistré. Les visiteurs le voient dans la minute.',
  },
}
