/** Of the strip below the head of a conversation. */
export const texts = {
  seats: {
    title: 'In this conversation',
    you: 'You',
    asked: 'Asked to take it',
    invited: 'Invited',
    observes: 'Observer',
    left: 'Has left',
  },
}
