/** What calls one when something is said in a conversation. */
export const texts = {
  monitoring: {
    label: 'Call me for',
    names: { nothing: 'Nothing', visitor: 'Messages of the visitor', everything: 'All messages' },
  },
}
