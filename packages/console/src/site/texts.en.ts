/** The site that all this is for. */
export const texts = {
  site: {
    group: 'Your site',
    text: 'Visitors see both. A channel that has colours of its own keeps them.',
    days: 'Days',
    daysText: 'When a day begins and ends in figures and reports.',
    zone: 'Time zone',
    saved: 'Saved. Visitors see it within a minute.',
  },
  switches: {
    title: 'What is switched on',
    text: 'What is switched off begins no more. Conversations that run go on, unless the whole chat is off.',
    names: {
      chat: 'The chat',
      'public-to-operator': 'Visitors write to operators',
      'customer-to-operator': 'Customers write to operators',
      'operator-to-customer': 'Operators write to customers',
      'operator-to-operator': 'Operators write to each other',
    },
    hints: {
      chat: 'Off: no page shows it, and nobody can write. What runs can be read and ended.',
      'public-to-operator': 'Off: the chat says that nothing can be begun at the moment.',
      'customer-to-operator': 'Whoever has signed in on your site.',
      'operator-to-customer': 'A customer accepts before he is written to.',
      'operator-to-operator': 'Among colleagues.',
    },
    ask: 'Switch the chat off?',
    askText: 'No page will show it, and nobody can write, in conversations that run neither.',
    off: 'Switch it off',
  },
}
