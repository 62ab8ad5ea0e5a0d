import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  monitoring: {
    label: 'M’appeler pour',
    names: { nothing: 'Rien', visitor: 'Les messages du visiteur', everything: 'Tous les messages' },
  },
}
