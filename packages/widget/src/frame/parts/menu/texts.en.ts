export const texts = {
  more: 'More',
  sound: 'Sound on a new message',
  end: 'End the conversation',
  endSure: 'Yes, end it now',
}

export type MenuTexts = typeof texts
