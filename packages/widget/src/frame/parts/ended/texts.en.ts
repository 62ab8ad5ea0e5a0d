export const texts = {
  startNew: 'New conversation',
  others: 'Other conversations',
}

export type EndedTexts = typeof texts
