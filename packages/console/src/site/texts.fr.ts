import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  site: {
    group: 'Votre site',
    text: 'Les visiteurs voient les deux. Un canal qui a ses propres couleurs les garde.',
    saved: 'Enregistré. Les visiteurs le voient dans la minute.',
  },
}
