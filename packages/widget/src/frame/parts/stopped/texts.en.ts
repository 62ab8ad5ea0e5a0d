export const texts = {
  outdated: 'The chat has been updated.',
  locked: 'This conversation can no longer be opened on this device.',
  loadAgain: 'Load it again',
  startNew: 'New conversation',
}

export type StoppedTexts = typeof texts
