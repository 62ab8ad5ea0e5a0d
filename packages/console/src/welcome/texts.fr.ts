import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  welcome: {
    title: (site) => `Bienvenue chez ${site}`,
    text: 'Tout est prêt. Essayez en visiteur, puis placez la discussion sur vos pages.',
    docked: 'À côté, vous êtes visiteur d’une boutique : écrivez-y, acceptez la demande dans la liste, et répondez.',
    dock: 'Essayer ici',
    preview: 'Ouvrir la page d’aperçu',
    visitorSide: 'Le côté du visiteur',
    closeDock: 'Fermer le côté du visiteur',
    dismiss: 'Ne plus montrer cette liste',
    skip: 'Sautez ce qui ne vous sert pas. La liste disparaît d’elle-même.',
    done: 'Fait',
    toDo: 'À faire',
    progress: (done, all) => `${done} étapes sur ${all}`,
    next: (step) => `Ensuite : ${step}`,
    copy: 'Copier l’extrait de code',
    copied: 'Copié',
    snippet: 'Extrait de code',
    invite: 'Inviter',
    steps: {
      made: { title: 'Votre compte et un premier canal', text: 'Le nom et la couleur sont choisis.' },
      try: { title: 'Essayer dans deux fenêtres', text: 'Vous êtes le visiteur et l’opérateur.' },
      site: { title: 'Le placer sur votre site', text: 'Une ligne avant la fin du body.' },
      invite: { title: 'Inviter un collègue', text: 'Il n’a pas besoin d’être technicien.' },
    },
  },
  operator: {
    title: (name) => `Bienvenue, ${name}`,
    text: (channels) => `Vous répondez aux visiteurs de ${channels}. Leurs demandes apparaissent dans la liste, avec un son.`,
    keys: {
      a: 'accepte la demande qui attend depuis le plus longtemps',
      p: 'permet de la lire avant',
      n: 'écrit une note que seuls les collègues voient',
      k: 'trouve personnes, conversations et réglages',
      all: 'montre toutes les touches',
    },
    alerts: 'Son et notifications',
    understood: 'Compris',
  },
}
