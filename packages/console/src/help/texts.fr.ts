import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  status: {
    label: 'État',
    names: { 'in-progress': 'En cours', waiting: 'En attente du visiteur', help: 'Cherche de l’aide' },
    hints: {
      'in-progress': 'C’est à nous de répondre.',
      waiting: 'Jusqu’au prochain message du visiteur.',
      help: 'Tous les opérateurs la voient et peuvent la rejoindre.',
    },
    help: 'Chercher de l’aide',
    noHelp: 'Ne plus chercher d’aide',
    notRunning: 'Cette conversation n’est pas en cours.',
  },
  help: {
    title: 'Cherchent de l’aide',
    none: 'Personne ne cherche d’aide.',
    asked: (name) => `${name} cherche de l’aide ici.`,
    askedYou: 'Vous cherchez de l’aide ici. Qui vous rejoint est annoncé.',
    readsAlong: 'Vous pouvez lire. Le visiteur ne vous voit pas.',
    join: 'Rejoindre',
    stop: 'Ne plus chercher',
    taken: (name) => `${name} est déjà venu aider.`,
    fits: 'Demande ce que vous connaissez',
    by: (name) => `demandée par ${name}`,
    since: (duration) => `depuis ${duration}`,
    helping: 'Vous aidez dans cette conversation. Elle vient d’un canal dont vous n’êtes pas membre.',
  },
  about: {
    title: 'Cette conversation',
    add: 'Ajouter une étiquette ou une compétence',
    search: 'Trouver ou créer une étiquette',
    make: (name) => `Créer l’étiquette « ${name} »`,
    nothing: 'Rien de ce nom',
    tags: 'Étiquettes',
    expertise: 'Compétences demandées',
    none: 'Aucune étiquette',
  },
}
