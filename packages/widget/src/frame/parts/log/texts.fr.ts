import type { LogTexts } from './texts.en.ts'

export const texts: LogTexts = {
  messages: 'Messages',
  you: 'Vous',
  joined: '{name} a rejoint la conversation',
  left: '{name} a quitté la conversation',
  endedByYou: 'Vous avez terminé la conversation à {time}',
  endedBy: '{name} a terminé la conversation à {time}',
  ended: 'La conversation s’est terminée à {time}',
  expired: 'La conversation s’est terminée, personne n’ayant écrit depuis un moment',
  reopenedByYou: 'Vous avez rouvert la conversation',
  reopenedBy: '{name} a rouvert la conversation',
  sending: 'Envoi en cours',
  sent: 'Envoyé',
  seen: 'Vu',
  notSent: 'Non envoyé, le serveur l’a refusé.',
  notSentEnded: 'Non envoyé, la conversation était terminée.',
  notSentStale: 'Non envoyé, il a attendu plus d’une semaine.',
  tryAgain: 'Réessayer',
  bearWithUs: 'Merci de patienter, quelqu’un sera bientôt avec vous.',
}
