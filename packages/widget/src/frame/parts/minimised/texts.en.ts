export const texts = {
  openConversation: 'Open the conversation',
  unread: { one: '{count} unread message', other: '{count} unread messages' },
}

export type MinimisedTexts = typeof texts
