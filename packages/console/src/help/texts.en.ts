/** How a running conversation stands, and who helps. */
export const texts = {
  status: {
    label: 'Status',
    names: { 'in-progress': 'In progress', waiting: 'Waiting for the visitor', help: 'Looking for help' },
    hints: {
      'in-progress': 'It is ours to answer.',
      waiting: 'Until the visitor writes again.',
      help: 'Every operator sees it and may join.',
    },
    help: 'Look for help',
    noHelp: 'Stop looking for help',
    notRunning: 'This conversation is not running.',
  },
  help: {
    title: 'Looking for help',
    none: 'Nobody looks for help.',
    asked: (name: string) => `${name} looks for help here.`,
    askedYou: 'You look for help here. Whoever joins is announced.',
    readsAlong: 'You may read along. The visitor does not see you.',
    join: 'Join',
    stop: 'Stop looking',
    taken: (name: string) => `${name} has come to help already.`,
    fits: 'It needs what you know',
    by: (name: string) => `asked by ${name}`,
    since: (duration: string) => `for ${duration}`,
    helping: 'You help in this conversation. It is of a channel that you are not in.',
  },
  about: {
    title: 'This conversation',
    add: 'Add a tag or an expertise',
    search: 'Find or make a tag',
    make: (name: string) => `Make the tag “${name}”`,
    nothing: 'Nothing of that name',
    tags: 'Tags',
    expertise: 'Needed expertise',
    none: 'No tags',
  },
}
