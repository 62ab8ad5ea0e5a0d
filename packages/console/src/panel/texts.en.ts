/** What is known of a visitor. */
export const texts = {
  context: {
    label: (name: string) => `About ${name}`,
    visitor: 'Visitor',
    name: 'Name',
    email: 'E-mail',
    language: 'Language',
    analytics: 'Analytics',
    unknown: 'Not given',
    page: 'Page',
    conversation: 'Conversation',
    channel: 'Channel',
    opened: 'Opened',
    state: 'State',
    waited: 'Waited',
    operators: 'Operators',
    noPage: 'Unknown page',
  },
}
