import type { Language } from '../src/messages/locale.ts'

const en = {
  title: 'A preview, with your widget on it',
  lead: 'This shop is invented; the chat is real. Write something below, and answer it in the console.',
  paste: 'Paste this line into every page that shall have the chat, right before the end of the body:',
  copy: 'Copy',
  copied: 'Copied',
  console: 'Open the console',
}

/** What the preview page says of itself. The shop speaks for itself, in English. */
export const previewTexts: Record<Language, typeof en> = {
  en,
  fr: {
    title: 'Un aperçu, avec votre widget',
    lead: 'Cette boutique est inventée ; la discussion est réelle. Écrivez ci-dessous, puis répondez dans la console.',
    paste: 'Collez cette ligne dans chaque page qui doit avoir la discussion, juste avant la fin du body :',
    copy: 'Copier',
    copied: 'Copié',
    console: 'Ouvrir la console',
  },
}
