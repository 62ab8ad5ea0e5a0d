import type { Language } from '../../../messages/locale.ts'

const en = {
  online: 'Staff online',
  close: 'Close',
  question: 'Have a question?',
  hook: 'Write to us, the answer comes right here.',
  write: 'Write your question',
  send: 'Send',
}

export const besideTexts: Record<Language, typeof en> = {
  en,
  fr: {
    online: 'Nous sommes en ligne',
    close: 'Fermer',
    question: 'Une question ?',
    hook: 'Écrivez-nous, la réponse arrive ici même.',
    write: 'Écrivez votre question',
    send: 'Envoyer',
  },
}
