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
  here: {
    title: 'Qui est là',
    text: 'Les marques de présence, et ce que devient la disponibilité à la connexion.',
    lowers: 'Réduire la disponibilité à la connexion',
    lowersHint:
      'Qui était disponible ne l’est plus que pour ses collègues après s’être connecté ; un avis propose de l’être à nouveau.',
    repeats: 'Répéter l’avis',
    repeatsHint: 'Qui n’est pas disponible pour les visiteurs le lit à chaque page qu’il ouvre.',
    operatorAway: 'Opérateurs absents après (minutes)',
    operatorAwayHint: 'Sans touche, clic ni mouvement dans aucune console. On compte toujours sur qui est absent.',
    visitorAway: 'Visiteurs absents après (minutes)',
    visitorAwayHint: 'Sans message, frappe ni autre page.',
    minutesFault: (most) => `Des minutes entières, de 1 à ${most}.`,
  },
  switches: {
    savedAtOnce: 'Enregistré aussitôt',
    title: 'Ce qui est activé',
    text: 'Ce qui est désactivé ne commence plus. Les conversations en cours continuent, sauf si toute la discussion est désactivée.',
    names: {
      chat: 'La discussion',
      'public-to-operator': 'Les visiteurs écrivent aux opérateurs',
      'customer-to-operator': 'Les clients écrivent aux opérateurs',
      'operator-to-customer': 'Les opérateurs écrivent aux clients',
      'operator-to-operator': 'Les opérateurs s’écrivent entre eux',
    },
    hints: {
      chat: 'Désactivée : aucune page ne la montre et personne ne peut écrire. On peut lire et terminer ce qui est en cours.',
      'public-to-operator': 'Désactivé : la discussion dit que rien ne peut commencer pour le moment.',
      'customer-to-operator': 'Ceux qui se sont connectés sur votre site.',
      'operator-to-customer': 'Un client accepte avant qu’on lui écrive.',
      'operator-to-operator': 'Entre collègues.',
    },
    ask: 'Désactiver la discussion ?',
    askText: 'Aucune page ne la montrera, et personne ne pourra écrire, pas même dans les conversations en cours.',
    off: 'La désactiver',
  },
}
