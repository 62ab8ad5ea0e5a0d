import type { Mails } from './mails.ts'

export const mailsFr: Mails = {
  invitation: ({ host }) => ({
    subject: `Vous êtes invité sur ${host}`,
    paragraphs: [
      'Bonjour,',
      `vous êtes invité à répondre aux visiteurs de ${host}. Le lien crée votre compte. Il est valable une fois, pendant sept jours.`,
    ],
    open: 'Accepter l’invitation',
    reason: `Vous recevez ce message parce que quelqu’un sur ${host} a indiqué votre adresse. Si vous ne savez pas pourquoi, ignorez-le : sans le lien rien ne se passe.`,
  }),
  reset: ({ name, host }) => ({
    subject: `Un nouveau mot de passe pour ${host}`,
    paragraphs: [
      `Bonjour ${name},`,
      `un administrateur de ${host} vous envoie un lien pour choisir un nouveau mot de passe. Il est valable une fois, pendant une heure.`,
    ],
    open: 'Choisir un nouveau mot de passe',
    reason: `Vous recevez ce message parce que vous avez un compte sur ${host}. Si vous n’avez rien demandé, prévenez votre administrateur ; sans le lien rien ne change.`,
  }),
}
