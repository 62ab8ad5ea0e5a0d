import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  thanks: {
    title: 'Merci',
    yes: 'Le visiteur a dit merci',
    no: 'Pas encore',
    takes: 'Les visiteurs peuvent dire merci à la fin',
  },
}
