import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  alerts: {
    request: (name) => `Nouvelle demande de ${name}`,
    message: (name) => `Nouveau message dans la conversation avec ${name}`,
    sound: 'Son pour les demandes et les messages',
    repeats: 'Le répéter jusqu’à ce que la demande soit acceptée',
    repeatsHint: 'Toutes les 8 secondes tant que vous êtes disponible et qu’une demande attend.',
    mails: 'M’écrire quand quelqu’un attend et que personne n’est là',
    mailsHint: 'Une fois par conversation, tant que vous n’êtes connecté nulle part ; pour tous vos navigateurs.',
    mailsTitle: 'E-mail',
    soundTitle: 'Son',
    soundOn: 'Son activé',
    soundOff: 'Son coupé',
    soundTry: 'L’entendre',
    notifications: 'Notifications de ce navigateur',
    notificationsOn:
      'Autorisées. Chaque demande vous est annoncée une fois, tant qu’aucun onglet de la console n’est au premier plan.',
    notificationsOff: 'Bloquées. Autorisez-les pour ce site dans les réglages du navigateur.',
    notificationsAsk: 'Autoriser les notifications',
    notificationsAskText: 'Chaque demande vous est annoncée une fois, tant qu’aucun onglet de la console n’est au premier plan.',
    notificationsMissing: 'Ce navigateur n’en montre pas ici. Elles demandent https.',
  },
}
