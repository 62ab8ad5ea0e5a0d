export const texts = {
  lead: 'So that we can answer you, and you find the answer again:',
  withUs: 'With us',
  said: 'What you write here, with the time',
  who: 'Your name and address, if you give them',
  page: 'The page you began on, without what is secret in its address, and your language',
  onDevice: 'On this device',
  key: 'A key that opens your conversations, and nobody else’s',
  unsent: 'What you have not sent yet, until you close the tab',
  nothing: 'Nothing is stored before you write or close this window, and nothing is loaded from elsewhere.',
}

export type StoringTexts = typeof texts
