export const texts = {
  messages: 'Messages',
  you: 'You',
  joined: '{name} joined',
  left: '{name} left',
  endedByYou: 'You ended the conversation at {time}',
  endedBy: '{name} ended the conversation at {time}',
  ended: 'The conversation ended at {time}',
  expired: 'The conversation ended because nobody had written for a while',
  reopenedByYou: 'You took the conversation up again',
  reopenedBy: '{name} took the conversation up again',
  sending: 'Sending',
  sent: 'Sent',
  seen: 'Seen',
  notSent: 'Not sent, the server refused it.',
  notSentEnded: 'Not sent, the conversation had ended.',
  notSentStale: 'Not sent, it waited for more than a week.',
  tryAgain: 'Try again',
  bearWithUs: 'Please bear with us, somebody will be with you soon.',
}

export type LogTexts = typeof texts
