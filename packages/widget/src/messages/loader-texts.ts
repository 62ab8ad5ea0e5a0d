import type { Language } from './locale.ts'

const en = {
  open: 'Open the chat',
  online: 'Staff online',
  write: 'Write a message',
  close: 'Close',
}

/** What the button says. The loader carries every language: a further request before intent is against its budget. */
export const loaderTexts: Record<Language, LoaderTexts> = {
  en,
  fr: {
    open: 'Ouvrir la discussion',
    online: 'Nous sommes en ligne',
    write: 'Écrire un message',
    close: 'Fermer',
  },
}

export type LoaderTexts = typeof en
