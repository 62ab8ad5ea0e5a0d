import { pluralIn } from '../messages/plural.ts'
import type { texts as en } from './texts.en.ts'

const plural = pluralIn('fr')

export const texts: typeof en = {
  settings: {
    you: 'Vous',
    name: 'Votre nom',
    nameHint: 'Les visiteurs le voient à côté de vos réponses.',
    role: 'Rôle',
    device: 'Cet appareil',
    deviceText: 'Ces choix ne sont gardés que dans ce navigateur.',
    language: 'Langue',
    languageAuto: 'Celle du navigateur',
    theme: 'Thème',
    themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
    shortcuts: 'Touches d’une lettre, telles que A pour accepter',
    sessions: 'Sessions',
    sessionCount: (count, more) =>
      more ? `plus de ${count} sessions` : `${count} ${plural(count, { one: 'session', other: 'sessions' })}`,
    sessionsText: 'Là où vous êtes connecté. Mettre fin à une session la déconnecte aussitôt.',
    thisSession: 'Celle-ci',
    startedAt: (when) => `depuis le ${when}`,
    until: (when) => `jusqu’au ${when}`,
    end: 'Mettre fin',
    endOf: (device) => `Mettre fin à la session sur ${device}`,
    sessionsFailed: 'Les sessions n’ont pas pu être chargées',
  },
  account: {
    title: 'Compte',
    text: 'Pour les changer, votre mot de passe actuel est demandé.',
    email: 'Adresse e-mail',
    changeEmail: 'Changer d’adresse',
    newEmail: 'Nouvelle adresse e-mail',
    emailTaken: 'Un autre compte a cette adresse.',
    emailChanged: 'Votre adresse e-mail est changée.',
    password: 'Mot de passe',
    changePassword: 'Changer le mot de passe',
    changePasswordText: 'Toutes vos autres sessions prennent fin aussitôt.',
    newPassword: 'Nouveau mot de passe',
    passwordChanged: 'Votre mot de passe est changé. Vos autres sessions ont pris fin.',
    save: 'Enregistrer',
    endOthers: 'Mettre fin à toutes les autres',
    endOthersAsk: 'Mettre fin à toutes les autres sessions ?',
    endOthersText: 'Chaque autre appareil est déconnecté aussitôt et doit se reconnecter.',
    othersEnded: 'Toutes les autres sessions ont pris fin.',
    moreSessions: 'Montrer plus de sessions',
  },
}
