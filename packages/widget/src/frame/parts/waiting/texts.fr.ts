import type { WaitingTexts } from './texts.en.ts'

export const texts: WaitingTexts = {
  leaveTitle: 'Laissez-nous un message',
  leaveText: 'Nous répondons ici dès que quelqu’un est de retour.',
  opensTitle: 'Nous rouvrons {when}',
  opensText: 'Dans {wait}. Laissez-nous un message, nous y répondrons ici.',
  today: 'aujourd’hui à {time}',
  tomorrow: 'demain à {time}',
  on: '{day} à {time}',
  there: 'C’est {time} à {place}.',
  sendingTitle: 'Votre message est en route',
  sendingText: 'Il part dès que la connexion le permet.',
  waitingTitle: 'Votre message est arrivé',
  waitingText: 'Quelqu’un vous rejoint bientôt. Continuez d’écrire si vous voulez, nous aurons tout en arrivant.',
  next: 'C’est bientôt à vous',
  place: 'Vous êtes au rang {place} dans la file',
  longer: 'Cela prend plus de temps que prévu',
  kept: 'Vous gardez votre place.',
  lessThan: { one: 'Moins de {count} minute.', other: 'Moins de {count} minutes.' },
  between: 'Environ {from} à {to} minutes.',
  awayText: 'Personne n’est là pour le moment. Nous répondons ici dès notre retour ; vous pouvez fermer cette fenêtre.',
  closedText: 'Nous sommes fermés et rouvrons {when}. Nous répondrons ici ; vous pouvez fermer cette fenêtre.',
}
