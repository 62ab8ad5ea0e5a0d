import type { Language } from './locale.ts'

const en = {
  chat: 'Chat',
  open: 'Open the chat',
  unread: 'unread messages',
  online: 'Staff online',
  write: 'Write a message',
}

/** What the button says. The loader carries every language: a further request before intent is against its budget. */
export const loaderTexts: Record<Language, LoaderTexts> = {
  en,
  fr: {
    chat: 'Discussion',
    open: 'Ouvrir la discussion',
    unread: 'messages non lus',
    online: 'Nous sommes en ligne',
    write: 'Écrire un message',
  },
}

export type LoaderTexts = typeof en
