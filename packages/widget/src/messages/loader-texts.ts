import type { Language } from './locale.ts'

const en = {
  chat: 'Chat',
  open: 'Open the chat',
  unread: 'unread messages',
  online: 'Staff online',
  close: 'Close',
  question: 'Have a question?',
  hook: 'Write to us, the answer comes right here.',
  write: 'Write your question',
  send: 'Send',
}

/** What the loader says itself. It carries every language: a further request before intent is against its budget. */
export const loaderTexts: Record<Language, LoaderTexts> = {
  en,
  fr: {
    chat: 'Discussion',
    open: 'Ouvrir la discussion',
    unread: 'messages non lus',
    online: 'Nous sommes en ligne',
    close: 'Fermer',
    question: 'Une question ?',
    hook: 'Écrivez-nous, la réponse arrive ici même.',
    write: 'Écrivez votre question',
    send: 'Envoyer',
  },
}

export type LoaderTexts = typeof en
