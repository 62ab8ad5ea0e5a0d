import type { Texts } from './texts.ts'

export const textsFr: Texts = {
  title: (visitor) => `Conversation avec ${visitor}`,
  visitor: 'Visiteur',
  operator: 'Opérateur',
  note: 'note',
  began: (when) => `Commencée le ${when}`,
  zone: (zone) => `Heures : ${zone}`,
  printed: (by, when) => `Imprimée par ${by}, le ${when}`,
  leftOut: 'Les lignes plus anciennes ne figurent pas ici.',
  notices: {
    joined: (by) => `${by} a rejoint la conversation`,
    left: (by) => `${by} a quitté la conversation`,
    moved: (by) => (by ? `${by} l’a transférée à un autre canal` : 'Transférée à un autre canal'),
    closed: (by) => (by ? `${by} a terminé la conversation` : 'La conversation est terminée'),
    expired: () => 'Elle s’est terminée d’elle-même : plus personne n’écrivait',
    reopened: (by) => (by ? `${by} a repris la conversation` : 'La conversation a repris'),
    'bear-with-us': () => 'Le visiteur a été prié de patienter',
    'joined-as-observer': (by) => `${by} a rejoint en observation`,
    'switched-to-observer': (by) => `${by} est passé en observation`,
    'switched-to-participant': (by) => `${by} participe de nouveau`,
    invited: (by, whom) => `${by} a invité ${whom}`,
    declined: (by) => `${by} a décliné l’invitation`,
    'handed-over': (by, whom) => `${by} l’a transmise à ${whom}`,
  },
}
