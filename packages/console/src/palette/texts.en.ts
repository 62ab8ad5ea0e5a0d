/** Going to a place or a person by name. */
export const texts = {
  palette: {
    title: 'Go to or do',
    placeholder: 'Search or go to',
    screens: 'Screens',
    actions: 'Actions',
    conversations: 'Conversations',
    said: 'Said in conversations',
    people: 'Colleagues',
    choose: 'choose',
    go: 'open',
    leave: 'leave',
    nothing: (words: string) => `Nothing matches “${words}”`,
  },
  keys: {
    title: 'Keys',
    text: 'They work while you are not writing. They can be switched off in the settings.',
    inComposer: 'in an empty reply',
    send: 'Send',
    breakLine: 'New line',
    enter: 'Enter',
    shift: 'Shift',
    control: 'Ctrl',
    escape: 'Esc',
    tab: 'Tab',
  },
}
