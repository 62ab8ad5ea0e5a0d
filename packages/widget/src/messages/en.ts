export const en = {
  chat: 'Chat with {site}',
  made: 'Chat by Portico',
  minimise: 'Minimise',
  close: 'Close',
  back: 'Back',
  backToPage: 'Back to the page',
  loading: 'Loading the conversation',

  here: 'We are here',
  nobodyTitle: 'Nobody is here right now',
  name: 'Name',
  nameHint: 'Your name',
  email: 'E-mail',
  emailHint: 'Only for this conversation',
  nameMissing: 'Please write your name.',
  nameTooLong: 'Please write a shorter name.',
  emailWrong: 'Please write an address such as name@example.com.',
  messageMissing: 'Please write a message.',
  tooLong: 'This has {count} characters, {max} can be sent at once. Please shorten it.',

  newMessages: { one: '{count} new message', other: '{count} new messages' },
  said: '{name}: {text}',
  write: 'Write a message',
  send: 'Send',
  previews: 'We can see what you write before you send it.',

  stored: 'What you write is stored so that we can answer.',
  whatWeStore: 'What we store',
  earlierOnes: 'Earlier conversations',

  partMissing: 'Part of the chat could not be loaded. You can go on writing.',
  loadAgain: 'Load it again',
}
