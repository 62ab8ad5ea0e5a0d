import type { AbsenceMail } from './mails.ts'

export const mailsFr: AbsenceMail = ({ name, email, words, host }) => ({
  subject: `${name ?? 'Un visiteur'} attend sur ${host}`,
  paragraphs: [
    `${name ?? 'Un visiteur'}${email ? ` (${email})` : ''} a écrit, et personne n’était là :`,
    `« ${words} »`,
    'Vous ne recevrez pas d’autre message au sujet de cette conversation.',
  ],
  open: 'Répondre',
  reason: `Vous recevez ce message parce que vous répondez aux visiteurs de ${host} et que vous n’étiez pas là. Un réglage le concerne, sous Notifications et son.`,
})
