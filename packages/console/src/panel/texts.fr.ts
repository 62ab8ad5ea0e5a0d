import type { texts as en } from './texts.en.ts'

export const texts: typeof en = {
  context: {
    label: (name) => `À propos de ${name}`,
    visitor: 'Visiteur',
    name: 'Nom',
    email: 'E-mail',
    language: 'Langue',
    analytics: 'Mesure',
    unknown: 'Non indiqué',
    page: 'Page',
    conversation: 'Conversation',
    channel: 'Canal',
    opened: 'Ouverte',
    state: 'État',
    waited: 'Attente',
    operators: 'Opérateurs',
    noPage: 'Page inconnue',
  },
}
