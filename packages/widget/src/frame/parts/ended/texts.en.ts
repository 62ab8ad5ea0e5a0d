export const texts = {
  startNew: 'New conversation',
  reopen: 'Go on with this one',
  others: 'Other conversations',
}

export type EndedTexts = typeof texts
