import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  contents: {
    label: 'Tous les réglages',
    find: 'Chercher un réglage',
    nothing: (words) => `Aucun réglage ne s’appelle « ${words} ».`,
    groups: {
      you: 'Vous',
      workspace: 'Espace de travail',
      people: 'Personnes',
      answering: 'Réponses',
      connections: 'Liaisons',
      data: 'Données',
    },
  },
}
