import type { MinimisedTexts } from './texts.en.ts'

export const texts: MinimisedTexts = {
  openConversation: 'Ouvrir la conversation',
  unread: { one: '{count} message non lu', other: '{count} messages non lus' },
}
