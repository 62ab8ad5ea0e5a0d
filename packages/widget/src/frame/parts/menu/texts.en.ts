export const texts = {
  more: 'More',
  sound: 'Sound on a new message',
  download: 'Download as PDF',
  downloadFailed: 'It could not be made. Again?',
  end: 'End the conversation',
  endSure: 'Yes, end it now',
}

export type MenuTexts = typeof texts
