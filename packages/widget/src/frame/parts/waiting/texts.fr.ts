import type { WaitingTexts } from './texts.en.ts'

export const texts: WaitingTexts = {
  leaveTitle: 'Laissez-nous un message',
  leaveText: 'Nous répondons ici dès que quelqu’un est de retour.',
  sendingTitle: 'Votre message est en route',
  sendingText: 'Il part dès que la connexion le permet.',
  waitingTitle: 'Votre message est arrivé',
  waitingText: 'Quelqu’un vous rejoint bientôt. Continuez d’écrire si vous voulez, nous aurons tout en arrivant.',
  awayText: 'Personne n’est là pour le moment. Nous répondons ici dès notre retour ; vous pouvez fermer cette fenêtre.',
}
